/** Words of the page that sets an empty deployment up; `zh-CN.ts` has the same keys. */
export default {
  title: 'Setting up',
  about:
    'Makes the accounts of the three administrators. They check each other and must be three people; each sets a password with a link of their own.',
  system: 'System administrator',
  systemDoes: 'makes accounts, and keeps the data of units, areas and enterprises',
  security: 'Security administrator',
  securityDoes: 'confirms who gets roles that bind others',
  audit: 'Audit administrator',
  auditDoes: 'reads the audit trail, and confirms changes of the security administrator',
  account: 'Sign-in name',
  name: 'Name',
  secret: 'What stands after “#” in the link',
  missing: 'Enter sign-in name and name of all three',
  make: 'Make the three accounts',
  made: 'The three accounts are made',
  links: 'These links are shown this once and work until {time}. Give each to its person alone.',
  next: 'Once all three have set their passwords, the system administrator signs in, imports units, areas and enterprises, and makes the other accounts.',
  signIn: 'Sign in',
};
