import { defineRefusal } from '#domain-kit';

/** 401: the route needs a caller and the request carries neither a cookie nor a bearer token. */
export const signInRequired = defineRefusal({
  code: 'auth.sign-in-required',
  kind: 'unauthenticated',
  zh: '请先登录',
  en: 'Sign in first',
});

/** 401: the token is malformed, forged, revoked or past its time. */
export const tokenInvalid = defineRefusal({
  code: 'auth.token-invalid',
  kind: 'unauthenticated',
  zh: '登录已失效，请重新登录',
  en: 'The session is no longer valid; sign in again',
});

/** 403: the caller holds none of the roles that the route names. */
export const roleMissing = defineRefusal({
  code: 'auth.role-missing',
  kind: 'forbidden',
  zh: '您的角色不能执行此操作',
  en: 'Your roles do not permit this',
});

/** 403: a write authenticated by the cookie that does not come from our own pages. */
export const crossSite = defineRefusal({
  code: 'auth.cross-site',
  kind: 'forbidden',
  zh: '请求不是从本系统页面发出',
  en: 'The request does not come from a page of this system',
});

/** 503: signatures cannot be checked at the moment. */
export const keysUnavailable = defineRefusal({
  code: 'auth.keys-unavailable',
  kind: 'unavailable',
  zh: '暂时无法核验登录，请稍后再试',
  en: 'Sessions cannot be verified at the moment; try again shortly',
});
