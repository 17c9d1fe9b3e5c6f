import { defineRefusal } from '#domain-kit';

/** 422: no type has this code. */
export const unknownType = defineRefusal({
  code: 'report.unknown-type',
  kind: 'unprocessable',
  zh: '没有这个警情类型',
  en: 'There is no such incident type',
  pointer: '/type',
});

/** 422: the enterprise is not in the directory. */
export const unknownEnterprise = defineRefusal({
  code: 'report.unknown-enterprise',
  kind: 'unprocessable',
  zh: '名录中没有这家企业',
  en: 'There is no such enterprise in the directory',
  pointer: '/enterpriseId',
});

/** 403: an enterprise contact reports for the own enterprise only. */
export const foreignEnterprise = defineRefusal({
  code: 'report.foreign-enterprise',
  kind: 'forbidden',
  zh: '只能为本企业报警',
  en: 'You can report for your own enterprise only',
  pointer: '/enterpriseId',
});

/** 422: a free name cannot stand beside a directory entry, nor come from an enterprise itself. */
export const nameNotWanted = defineRefusal({
  code: 'report.enterprise-name-not-wanted',
  kind: 'unprocessable',
  zh: '已指明名录中的企业时不能另填企业名称',
  en: 'A free name cannot be given where the enterprise is known from the directory',
  pointer: '/enterpriseName',
});

/** 422: the incident that the report is to be added to does not exist, or is none of the caller's business. */
export const relatedNotFound = defineRefusal({
  code: 'report.related-not-found',
  kind: 'unprocessable',
  zh: '没有所指的警情',
  en: 'There is no such incident to add the report to',
  pointer: '/relatesTo',
});

/** 409: the incident is over; a new report opens a new one. */
export const relatedClosed = defineRefusal({
  code: 'report.related-closed',
  kind: 'conflict',
  zh: '所指的警情已经结束，请另行报警',
  en: 'That incident is over; send the report without a reference',
  pointer: '/relatesTo',
});

/** 422: reports of this caller come in another way. */
export const channelNotYours = defineRefusal({
  code: 'report.channel-not-yours',
  kind: 'unprocessable',
  zh: '本账号的报警不经由这一来源',
  en: 'Reports of this account do not come in this way',
  pointer: '/channel',
});

/** 422: neither a number to call back nor why there is none. */
export const phoneMissing = defineRefusal({
  code: 'report.no-phone',
  kind: 'unprocessable',
  zh: '请填写回拨电话，或说明没有电话的原因',
  en: 'Give a number to call back, or say why there is none',
  pointer: '/reporter/phone',
});

/** 422: a longitude without a latitude, or the other way round. */
export const halfAPoint = defineRefusal({
  code: 'report.half-a-point',
  kind: 'unprocessable',
  zh: '经度和纬度须同时填写或同时留空',
  en: 'Give longitude and latitude together, or neither',
});

/** 422: no point was given, and no jurisdiction is known among which one could be looked for. */
export const placeUnknown = defineRefusal({
  code: 'report.place-unknown',
  kind: 'unprocessable',
  zh: '尚未录入任何辖区，请填写坐标',
  en: 'No jurisdiction is known yet: give the coordinates',
  pointer: '/place/longitude',
});

/** 503: events cannot be passed on fast enough; less urgent reports wait first. */
export const overloaded = defineRefusal({
  code: 'report.overloaded',
  kind: 'unavailable',
  zh: '系统繁忙，紧急警情请立即拨打 110',
  en: 'Too much is waiting to be passed on; call 110 if it is urgent',
});
