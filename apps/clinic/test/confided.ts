/** Answers of a mother who thinks of harming herself, and says so when she is asked alone. */
import type { Given } from './robot-visit.ts';

export const THINKS_OF_HARM: Given = {
  phq1: 2,
  phq2: 2,
  phq3: 1,
  phq4: 1,
  phq5: 0,
  phq6: 1,
  phq7: 0,
  phq8: 0,
  phq9: 1,
  sh_thoughts: true,
  sh_harm_baby: false,
  sh_plan: true,
  sh_intent: true,
  sh_means: true,
  sh_attempt_year: false,
  sh_psychosis: false,
  sh_company: 'someone',
  suicide_action: 'urgent_referral',
  suicide_responder: 'Awa',
  action_ts: '10:30',
};

/** Words that would reveal to any reader what the mother confided. */
export const CONFIDED = /se faire du mal|suicid|se tuer|moral|PHQ|déprim|santé mentale/i;
