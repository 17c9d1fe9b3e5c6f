import { defineNotice, yuan } from './notice.js';

/** A return was approved: property can be collected (可以领取). That it was given back is a notice of its own. */
export const propertyReady = defineNotice({
  key: 'property_ready',
  version: 1,
  once: false,
  whenRestricted: true,
  on: {
    'case.proposal-moved.v1': ({ proposedAct, state }) => proposedAct === 'return' && state === 'APPROVED',
  },
  text: (f) => ({
    zh: `案件 ${f.caseNumber ?? ''}：发还已经批准，折合 ${yuan(f)} 元的财物可以领取。请由贵单位人员持单位证明和本人身份证件，到办案单位联系涉案财物管理员领取；民警不得代领。`,
    en: `Case ${f.caseNumber ?? ''}: the return was approved; property worth ${yuan(f)} yuan can be collected. Send somebody of yours with a letter of authority and an identity document to the unit in charge and ask for the custodian of property; no officer may collect it for you.`,
  }),
});
