import type { Fault } from '#platform';
import type { ServiceName } from './routes.js';

/** Seconds after which a service that is being started again may well answer. */
const RETRY_AFTER_S = 1;

/** 404: the route table and the pages know no such address. */
export const noRoute: Fault = {
  status: 404,
  code: 'gateway.no-route',
  detail: { zh: '网关没有通向该地址的路由', en: 'The gateway has no route to this address' },
};

/** 400: an address that could be read in two ways. */
export const addressRefused: Fault = {
  status: 400,
  code: 'gateway.address',
  detail: {
    zh: '地址有误：不接受空路径段、相对路径段、反斜杠和经编码的分隔符',
    en: 'The address is not acceptable: no empty or dot segments, backslashes or encoded separators',
  },
};

/** 400: a body where the method has none. */
export const bodyRefused: Fault = {
  status: 400,
  code: 'gateway.body-not-allowed',
  detail: { zh: '该方法的请求不能带内容', en: 'A request with this method must not have a body' },
};

/** 400: a transfer coding besides chunked, which nobody here would undo. */
export const codingRefused: Fault = {
  status: 400,
  code: 'gateway.transfer-coding',
  detail: { zh: '传输编码只接受 chunked', en: 'The only transfer coding taken is chunked' },
};

/** 400: more than one host. */
export const hostRefused: Fault = {
  status: 400,
  code: 'gateway.host',
  detail: { zh: '请求只能指明一个主机', en: 'A request must name one host only' },
};

/** 502: nobody listens there, or the connection broke before there was an answer. */
export const serviceDown = (service: ServiceName): Fault => ({
  status: 502,
  code: 'gateway.service-down',
  detail: {
    zh: `${service} 服务没有应答，请稍后重试`,
    en: `The service ${service} does not answer; try again shortly`,
  },
  retryAfter: RETRY_AFTER_S,
});

/** 504: it took the request and began no answer in time. */
export const serviceLate = (service: ServiceName): Fault => ({
  status: 504,
  code: 'gateway.timeout',
  detail: { zh: `${service} 服务未能及时应答`, en: `The service ${service} did not answer in time` },
  retryAfter: RETRY_AFTER_S,
});
