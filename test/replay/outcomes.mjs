const RULES = [
  [/false|malfunction|no merit/i, 'FALSE_ALARM'],
  [/gone|unable to locate/i, 'GONE'],
  [/report|arrest|citation/i, 'ADMIN_ONSITE'],
  [/transport|medical|declined|assist/i, 'HELPED'],
  [/no report|negative|unfounded/i, 'NO_OFFENCE'],
];

/** What the lead says came of it, from the words a log ends a call with; `HELPED` where it says nothing. */
export const outcomeOf = (words) => RULES.find(([pattern]) => pattern.test(words))?.[1] ?? 'HELPED';
