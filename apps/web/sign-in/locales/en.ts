export default { signIn: { about: 'Rapid dispatch of enterprise-related incidents' } };
