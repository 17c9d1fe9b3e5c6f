import { defineRefusal } from '#domain-kit';

/** 422: an entry lacks what its kind needs. */
export const entryIncomplete = defineRefusal({
  code: 'ledger.entry-incomplete',
  kind: 'unprocessable',
  zh: '“{kind}”缺少{field}',
  en: '{kind} needs {field}',
});

/** 409: measures against property come after the filing, or with an exception code (rule I10). */
export const notFiledYet = defineRefusal({
  code: 'ledger.case-not-filed',
  kind: 'conflict',
  zh: '立案前不能登记“{kind}”，除非注明例外代码',
  en: '{kind} is not possible before the case is filed, unless an exception code is given',
  pointer: '/exceptionCode',
});

/** 409: nothing of that name is under control. */
export const holdingUnknown = defineRefusal({
  code: 'ledger.holding-unknown',
  kind: 'conflict',
  zh: '没有名为“{holding}”的在控财物',
  en: 'Nothing named {holding} is under control',
  pointer: '/holding',
});

/** 409: more was drawn than is there (rules I3 and I4). */
export const holdingExceeded = defineRefusal({
  code: 'ledger.holding-exceeded',
  kind: 'conflict',
  zh: '超过在控余额 {left} 元',
  en: 'Only {left} yuan are left of it',
  pointer: '/amountFen',
});

/** 409: more would be returned than was lost (rule I5). */
export const lossExceeded = defineRefusal({
  code: 'ledger.loss-exceeded',
  kind: 'conflict',
  zh: '发还超过损失，请先调整核定损失',
  en: 'More would be returned than was lost; adjust the verified loss first',
  pointer: '/amountFen',
});

/** 409: a balance would become negative, e.g. when something is reversed that was drawn from meanwhile (rule I3). */
export const wouldBeNegative = defineRefusal({
  code: 'ledger.balance-negative',
  kind: 'conflict',
  zh: '该分录会使余额为负',
  en: 'The entry would make a balance negative',
});

/** 409: one asset is held in one place at a time; a recovery moves the whole of it (rule I7). */
export const holdingElsewhere = defineRefusal({
  code: 'ledger.holding-elsewhere',
  kind: 'conflict',
  zh: '{holding} 不能同时处于两种在控状态，请先解除或整体转入',
  en: '{holding} cannot be held in two ways at a time: release it first, or move the whole of it',
  pointer: '/holding',
});

/** 403: property is returned by somebody who neither recorded its recovery nor keeps it (rule I9, gate G6). */
export const returnedByMaker = defineRefusal({
  code: 'ledger.returned-by-maker',
  kind: 'forbidden',
  zh: '追回、扣押的登记人不能办理同一财物的发还',
  en: 'Who recorded the seizure or recovery of something does not return it',
});

/** 409: the loss was verified; another figure is an adjustment, which somebody else approves. */
export const alreadyVerified = defineRefusal({
  code: 'ledger.already-verified',
  kind: 'conflict',
  zh: '该损失已经核定；金额有变请呈报“核定调整”（LOSS_ADJUSTED）',
  en: 'The loss was verified already; propose LOSS_ADJUSTED where the figure changes',
  pointer: '/kind',
});

/** 409: an account is stopped at most twice (银发〔2016〕86号). */
export const stoppedTwice = defineRefusal({
  code: 'ledger.stopped-twice',
  kind: 'conflict',
  zh: '{holding} 已止付两次，不能再次止付，应呈报冻结',
  en: '{holding} was stopped twice, which is the most; propose to freeze it',
  pointer: '/holding',
});

/** 409: nothing goes back from a stop; it is frozen first (银监发〔2016〕41号). */
export const stoppedOnly = defineRefusal({
  code: 'ledger.stopped-only',
  kind: 'conflict',
  zh: '止付资金不能直接发还，须先冻结',
  en: 'What was only stopped cannot be returned: it is frozen first',
  pointer: '/holding',
});

/** 409: a stop or freeze covers a loss, and none is left uncovered. */
export const lossCovered = defineRefusal({
  code: 'ledger.loss-covered',
  kind: 'conflict',
  zh: '没有尚未控制的损失；请先登记或核定损失',
  en: 'No loss is left to cover; report or verify the loss first',
  pointer: '/amountFen',
});
