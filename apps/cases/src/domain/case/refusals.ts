import { defineRefusal } from '#domain-kit';

/** 409: the case is in a state in which this cannot be decided. */
export const caseWrongState = defineRefusal({
  code: 'case.wrong-state',
  kind: 'conflict',
  zh: '案件现为“{state}”，不能{act}',
  en: 'The case is {state}: cannot {act}',
});

/** 422: a decision that has to be justified came without its basis. */
export const basisMissing = defineRefusal({
  code: 'case.basis-missing',
  kind: 'unprocessable',
  zh: '请填写{act}的依据',
  en: 'State the basis to {act}',
  pointer: '/basis',
});

/** 409: cases of this kind are not decided so. */
export const caseWrongKind = defineRefusal({
  code: 'case.wrong-kind',
  kind: 'conflict',
  zh: '{kind}案件不适用“{act}”',
  en: '{act} is not for {kind} cases',
});

/** 409: nothing is concluded while something is under control. */
export const caseUnsettled = defineRefusal({
  code: 'case.unsettled',
  kind: 'conflict',
  zh: '尚有在控财物 {left} 元，发还或解除后才能结案',
  en: '{left} yuan are still under control: return or release them before the case is concluded',
});

/** 409: the limit was extended as often as the law allows. */
export const extendedEnough = defineRefusal({
  code: 'case.extended-enough',
  kind: 'conflict',
  zh: '期限已延长至法定上限，或没有可以延长的期限',
  en: 'The limit was extended as far as the law allows, or none runs',
});

/** 404: there is no such case, or not for this caller. */
export const caseUnknown = defineRefusal({
  code: 'case.not-found',
  kind: 'not-found',
  zh: '没有这起案件',
  en: 'There is no such case',
});
