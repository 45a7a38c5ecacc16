/**
 * A protocol small enough to be read at a glance: one measurement, one question, one table that concludes. For tests,
 * and as the shortest example of the content of a protocol folder. It is not medicine.
 */
import type { ProtocolFiles } from '../read/read-protocol.ts';

const files: Readonly<Record<string, string>> = {
  'protocol.yaml': `id: example
version: 1.0.0
title: {fr: "Exemple", en: "Example"}
appliesTo: {fr: "Personne", en: "Nobody"}
sources:
  - {key: BOOK, title: "A book that was read", read: yes}
  - {key: HEARSAY, title: "A book that was not", read: no}
approval: {status: draft}
`,
  'parameters.csv': `name,value,type,unit,min,max,status,source,title::fr,title::en,note
low_weight_g,2500,number,g,1000,4000,sourced,BOOK,Poids bas : sous … g,Low weight: below … g,
revisit_days,14,integer,d,1,60,default,HEARSAY,Revoir dans … jours,See again in … days,
`,
  'data-elements.csv': `name,type,unit,values,not_assessed,hard_min,hard_max,soft_min,soft_max,status,source,label::fr,label::en
sex,code,,M F,,,,,,default,BOOK,Sexe,Sex
birth_date,date,,,,,,,,default,BOOK,Date de naissance,Date of birth
visit_date,date,,,,,,,,default,BOOK,Date de la visite,Date of the visit
weight_g,integer,g,,,500,12000,1000,9000,sourced,BOOK,Poids,Weight
oedema,code,,none present not_assessed,not_assessed,,,,,sourced,BOOK,Œdèmes,Oedema
signs,codes,,cough fever unsure,unsure,,,,,default,BOOK,Signes,Signs
previous,list,,,,,,,,default,BOOK,Visites précédentes,Earlier visits
`,
  'derived.csv': `name,type,unit,values,min,max,expression,status,source,label::fr,label::en
age_days,number,d,,0,400,(visit_date - birth_date).days,default,BOOK,Âge en jours,Age in days
last_weight_g,number,g,,,,previous[-1].weight_g,default,BOOK,Poids précédent,Weight before
pair_class,code,,high moderate incomplete low,,,conclusion.class,default,BOOK,Classe,Class
pair_incomplete,boolean,,,,,count(findings.undecided) > 0,default,BOOK,Incomplet,Incomplete
danger_signs_answered,boolean,,,,,oedema != null,default,BOOK,Signes de danger demandés,Danger signs asked
cards,list,,,,,findings.card,default,BOOK,Cartes,Cards
actions,list,,,,,"if list contains(findings.level, ""high"") then [""refer""] else []",default,BOOK,Actions,Actions
next_visit_days,number,d,,,,p.revisit_days,default,BOOK,Prochain rendez-vous,Next visit
`,
  'tables.csv': `id,name,file,hit_policy,status,source,title::fr,title::en
EX.DT.01,findings,dt-01-findings.csv,C,sourced,BOOK,Constats,Findings
EX.DT.02,conclusion,dt-02-conclusion.csv,F,sourced,BOOK,Conclusion,Conclusion
`,
  'outputs.csv': `table,name,type,values,default,label::fr,label::en
findings,level,code,high moderate,,Niveau,Level
findings,card,code,CC01,,Carte,Card
conclusion,class,code,high moderate incomplete low,,Classe,Class
`,
  'tables/dt-01-findings.csv': `id,when: oedema,when: weight_g,then: level,then: card,reason::fr,reason::en,source,status
EX.DT.01.01,present,,high,,Œdèmes présents.,Oedema present.,BOOK,sourced
EX.DT.01.02,,< p.low_weight_g,moderate,CC01,"Poids {weight_g}, sous le seuil de {p.low_weight_g} g.","Weight {weight_g}, below the cut-off of {p.low_weight_g} g.",BOOK,sourced
`,
  'tables/dt-02-conclusion.csv': `id,"when: list contains(findings.level, ""high"")",when: count(findings.level),when: count(findings.undecided),then: class,reason::fr,reason::en,source,status
EX.DT.02.01,true,,,high,Un signe grave suffit.,One severe sign is enough.,BOOK,sourced
EX.DT.02.02,,> 0,,moderate,Un constat.,One finding.,BOOK,sourced
EX.DT.02.03,,,> 0,incomplete,Il manque une réponse.,An answer is missing.,BOOK,default
EX.DT.02.04,,,,low,Rien à signaler.,Nothing to report.,BOOK,sourced
`,
  'forms/visit.csv': `type,name,label::fr,label::en,hint::fr,hint::en,relevant,required,constraint,constraint_message::fr,constraint_message::en,calculation,choice_filter,default
form,visit,La visite,The visit,,,,,,,,,,
begin_group,measures,Mesures,Measures,Déshabillez l'enfant.,Undress the child.,,,,,,,,
integer,weight_g,Poids,Weight,,,,true,value > 0,Le poids est positif.,Weight is positive.,,,
select_one oedema,oedema,Œdèmes,Oedema,,,,true,,,,,,
end_group,,,,,,,,,,,,,
calculate,age_in_form,,,,,,,,,,(visit_date - birth_date).days,,
note,thanks,Merci.,Thank you.,,,weight_g != null,,,,,,,
`,
  'forms/choices.csv': `list_name,name,label::fr,label::en
oedema,none,Non,No
oedema,present,Oui,Yes
oedema,not_assessed,Non recherché,Not looked for
sex,M,Garçon,Boy
sex,F,Fille,Girl
signs,cough,Toux,Cough
signs,fever,Fièvre,Fever
signs,unsure,Pas sûr,Not sure
code_words,high,Élevé,High
code_words,moderate,Modéré,Moderate
code_words,incomplete,Incomplet,Incomplete
code_words,low,Faible,Low
`,
  'schedule.csv': `id,title::fr,title::en,anchor,due_days,window_before_days,window_after_days,repeat_days,min_interval_days,relevant,stop_when,status,source,note
EX.S.01,Revoir,See again,visit_date,p.revisit_days,2,7,,,,,default,HEARSAY,
`,
  'actions.csv': `code,kind,title::fr,title::en,text::fr,text::en,dose_rule,drug_form,status,source
refer,refer,Référer,Refer,Référez maintenant.,Refer now.,,,sourced,BOOK
`,
  'advice/cc01.md': `---
id: CC01
title: {fr: "Nourrir", en: "Feeding"}
audience: mother
picture: feeding
audio: cc01
trigger: {fr: "Poids bas", en: "Low weight"}
status: default
source: HEARSAY
---

## fr

Donnez le sein souvent.

## en

Breastfeed often.
`,
  'vignettes/bases.yaml': `well:
  given: {sex: F, age_days: 30, weight_g: 3000, oedema: none}
`,
  'vignettes/cases.yaml': `- id: EX.V.001
  title: {fr: "Tout va bien", en: "All is well"}
  source: derived
  base: well
  given: {}
  expect: {pair_class: low, age_days: 30, rows: [EX.DT.02.04], notRows: [EX.DT.01.02]}
- id: EX.V.002
  title: {fr: "Poids bas", en: "Low weight"}
  source: BOOK
  base: well
  given: {weight_g: 2400}
  expect: {pair_class: moderate, cards: [CC01], findings.level: {contains: [moderate], excludes: [high]}}
- id: EX.V.003
  title: {fr: "Œdèmes", en: "Oedema"}
  source: BOOK
  base: well
  given: {oedema: present, weight_g: null}
  expect: {pair_class: high, undecided: [EX.DT.01.02]}
- id: EX.V.004
  title: {fr: "Œdèmes non recherchés", en: "Oedema not looked for"}
  source: derived
  base: well
  given: {oedema: not_assessed}
  expect: {pair_class: incomplete}
`,
  'overlays/heavy/overlay.yaml': `id: heavy
title: {fr: "Seuil plus haut", en: "Higher cut-off"}
base: example
note: An example.
`,
  'overlays/heavy/parameters.csv': `name,value,status,source
low_weight_g,2800,default,HEARSAY
`,
};

/** The files of the example, with some replaced, added, or (`null`) removed. */
export const exampleProtocol = (changes: Readonly<Record<string, string | null>> = {}): ProtocolFiles => {
  const merged = new Map(Object.entries(files));
  for (const [path, text] of Object.entries(changes)) {
    if (text === null) merged.delete(path);
    else merged.set(path, text);
  }
  return merged;
};

/**
 * The example with one piece of text of a file replaced, like an author's mistake. Throws when the file does not
 * contain the piece.
 */
export const withSlip = (path: string, piece: string, slip: string): ProtocolFiles => {
  const text = files[path];
  if (text === undefined || !text.includes(piece)) throw new RangeError(`${path} does not hold: ${piece}`);
  return exampleProtocol({ [path]: text.replace(piece, slip) });
};
