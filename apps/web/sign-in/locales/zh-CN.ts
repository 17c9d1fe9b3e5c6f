export default { signIn: { about: '涉企警情快速处置平台' } };
