import { defineRefusal } from '#domain-kit';

/** 404: no such directory entry, or not the caller's own. */
export const enterpriseNotFound = defineRefusal({
  code: 'enterprise.not-found',
  kind: 'not-found',
  zh: '名录中没有这家企业',
  en: 'There is no such enterprise in the directory',
});

/** 409: another enterprise has this unified social credit code. */
export const usccTaken = defineRefusal({
  code: 'enterprise.uscc-taken',
  kind: 'conflict',
  zh: '该统一社会信用代码已登记在名录中',
  en: 'Another enterprise in the directory has this unified social credit code',
  pointer: '/uscc',
});

/** 422: the unified social credit code is not one. */
export const usccMalformed = defineRefusal({
  code: 'enterprise.uscc-malformed',
  kind: 'unprocessable',
  zh: '统一社会信用代码有误：{reason}',
  en: 'The unified social credit code is wrong: {reason}',
  pointer: '/uscc',
});

/** 422: the check digit is wrong and nobody said that the code is right all the same. */
export const usccChecksum = defineRefusal({
  code: 'enterprise.uscc-checksum',
  kind: 'unprocessable',
  zh: '{reason}；如经核实无误，请在 usccOverride 中说明理由',
  en: '{reason}; if the code was verified, give the reason in usccOverride',
  pointer: '/uscc',
});

/** 422: a row of a file that does not say which enterprise it is about. */
export const enterpriseKeyMissing = defineRefusal({
  code: 'enterprise.key-missing',
  kind: 'unprocessable',
  zh: '须填写统一社会信用代码；没有代码的企业凭导出文件中的企业编号修改',
  en: 'A row needs the credit code; an entry without one is changed by its id, which exports hold',
  pointer: '/uscc',
});
