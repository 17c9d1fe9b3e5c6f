/** Words of the page for passwords; `zh-CN.ts` has the same keys. */
export default {
  title: { own: 'Change password', secret: 'Set a password' },
  secret: 'One-time secret',
  aboutSecret: 'Set a password with the link or one-time secret from your administrator. Only you will know it.',
  aboutOwn: 'Account {account}. Whoever is signed in with it elsewhere will be signed out.',
  present: 'Present password',
  set: 'Set password',
  done: {
    own: 'Your password has changed; you are signed out everywhere else.',
    secret: 'The password of {account} is set. You can sign in.',
  },
  leave: { own: 'Back', secret: 'Sign in' },
  missing: 'Enter the one-time secret, and the same password twice',
};
