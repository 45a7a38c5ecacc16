/**
 * Different forms of the same name that the rules of sound do not bring together: short forms, Mande, Fula, Hausa and
 * Maghreb forms of an Arabic name, national spellings of a family name.
 *
 * General knowledge, ours (`default`): neither WHO's nor a registrar's. A line means "may be the same person", never
 * "is". A country adds a line and changes no code. Folded spelling; spellings that sound alike are listed once.
 *
 * Kept apart on purpose, because each is also a name of its own and joining them would join strangers: Fanta and
 * Fatoumata, Awa and Eve, Mamadou and Mohamed, Sékou and Cheick, Nana, Mama, Maman.
 */
export const nameVariants: readonly (readonly [name: string, ...forms: string[]])[] = [
  // women
  ['fatoumata', 'fatimata', 'fatoumatou', 'fatou', 'fatim', 'fatima', 'fatma', 'fatoum', 'fat', 'fatimatou', 'fatna'],
  ['aissata', 'aissatou', 'aichata', 'aichatou', 'aicha', 'aissa', 'echata', 'aiche', 'aichetou'],
  ['mariam', 'mariama', 'mariamou', 'meriem', 'meryem', 'mamou', 'marietou', 'mariatou'],
  ['kadiatou', 'kadidia', 'kadidiatou', 'khadija', 'kadi', 'kadiata', 'khady', 'hadiza', 'kadia'],
  ['aminata', 'aminatou', 'amina', 'ami', 'mina', 'minata', 'aminta'],
  ['oumou', 'oum', 'oumy', 'oumma'],
  ['djeneba', 'djenaba', 'djenabou', 'zeinab', 'zeinabou', 'zineb', 'zaynaba', 'djene', 'jenab', 'diene'],
  ['rokia', 'rokiatou', 'roukiatou', 'rokiata', 'rouguiatou', 'rouki'],
  ['maimouna', 'maimounatou', 'mouna', 'maimou'],
  ['salimata', 'salimatou', 'sali', 'salima', 'salamata', 'salematou'],
  ['ramata', 'ramatou', 'ramatoulaye', 'rama', 'rahmatou', 'rahma'],
  ['safiatou', 'safiata', 'safia', 'safi', 'safoura'],
  ['bintou', 'binta', 'bintia', 'binetou', 'binata'],
  ['assitan', 'sitan', 'astan', 'setan'],
  ['assetou', 'asseta', 'astou', 'assata'],
  ['alimata', 'alima', 'halima', 'halimatou', 'halimata', 'alimatou', 'limata'],
  ['habibatou', 'habiba', 'habi', 'bibata', 'habibata', 'bibatou'],
  ['nafissatou', 'nafissa', 'nafi', 'nafissata', 'nafisse'],
  ['korotoumou', 'korotimi', 'koro', 'korotoum', 'koritoumou'],
  ['hadjaratou', 'hadjara', 'adiaratou', 'adiara', 'hadiaratou', 'djaratou'],
  ['saoudatou', 'saouda', 'saoudata', 'sawdatou'],
  ['ouleymatou', 'ouleye', 'oulematou', 'houleye'],
  ['tenin', 'tene', 'tenimba'],
  ['zahra', 'zohra', 'ezzahra', 'zahrae', 'zara'],
  ['naima', 'naimatou'],
  ['rachida', 'rachidatou'],
  // men
  ['mohamed', 'mohamad', 'muhammad', 'mahamed', 'mhamed', 'mohammadou', 'moh', 'med', 'mohd'],
  ['mamadou', 'mahamadou', 'mahamoudou', 'madou', 'mamoudou'],
  ['amadou', 'ahmadou', 'hamadou', 'ahmed', 'hamed', 'amidou'],
  ['ibrahim', 'ibrahima', 'brahima', 'brehima', 'ibra', 'birahim', 'ibrahimou', 'brahim', 'ibou'],
  ['abdoulaye', 'abdoul', 'ablaye', 'abdallah', 'abdou', 'laye', 'abdoulahi'],
  ['aboubacar', 'boubacar', 'bakary', 'bouba', 'babacar', 'aboubakrine'],
  ['youssouf', 'youssoufou', 'issouf', 'issoufou', 'youssef', 'yousef'],
  ['ousmane', 'ousman', 'othmane', 'ousmanou', 'osman'],
  ['oumar', 'oumarou', 'omar'],
  ['souleymane', 'soulemane', 'suleman', 'souley', 'solomane', 'slimane'],
  ['seydou', 'saidou', 'seidou', 'said'],
  ['cheick', 'cheickna', 'sheick', 'chek'],
  ['yacouba', 'yaqub', 'yakou', 'yacoub'],
  ['adama', 'adam', 'adamou'],
  ['moustapha', 'moustafa', 'mostafa'],
  // family names
  ['traore', 'tarawele', 'tarawaly', 'trawally', 'taraore', 'trawore'],
  ['coulibaly', 'kulubali', 'couloubaly', 'koulbali', 'culubali'],
  ['ouedraogo', 'ouedrago', 'wedrago', 'ouidraogo'],
  ['dembele', 'dambele', 'dembelle'],
  ['sissoko', 'sissokho', 'sisoho'],
  ['diakite', 'diakhite', 'jakiteh'],
  ['bagayoko', 'bakayoko', 'bagayogo', 'bakayogo'],
  ['haidara', 'aidara', 'hadara'],
  ['ndiaye', 'njie', 'diaye'],
  ['tounkara', 'tonkara'],
  ['fofana', 'fofanah', 'fofona'],
  ['sangare', 'sankare', 'sangari'],
];
