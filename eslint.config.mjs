import eslint from '@eslint/js';
import jest from 'eslint-plugin-jest';
import vue from 'eslint-plugin-vue';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'coverage/',
      'apps/web/public/',
      'apps/web/kit/api/schema.ts',
      '.stack/',
      '**/*.mjs',
      '**/*.cjs',
      'test/**/fixtures/',
    ],
  },
  eslint.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  ...vue.configs['flat/recommended'].map((each) => ({ ...each, files: ['apps/web/**/*.vue'] })),
  { languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } },
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/unbound-method': 'off', // destructured ports are plain functions
      complexity: ['error', 10],
      'max-lines': ['error', 300],
      'max-depth': ['error', 3],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    // Alone it lets missing parts, and lists in the place of parts, through.
    files: ['apps/**/*.ts', 'libs/**/*.ts'],
    ignores: ['libs/contracts/src/fields.ts', '**/*.spec.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'class-validator', importNames: ['ValidateNested'], message: 'Use Part or Parts.' }] },
      ],
    },
  },
  { files: ['**/*.spec.ts'], ...jest.configs['flat/recommended'] },
  {
    files: ['**/*.spec.ts'],
    rules: {
      // table-driven suites and properties assert in helpers and by fast-check
      'jest/expect-expect': 'off',
      'jest/no-conditional-expect': 'off',
      'jest/no-standalone-expect': 'off',
      'max-depth': 'off',
    },
  },
  {
    // Types of the pages are vue-tsc's business: the plain compiler cannot read what a .vue file exports.
    files: ['apps/web/**/*.{ts,vue}'],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: { parserOptions: { projectService: false, parser: tseslint.parser } },
    rules: { ...tseslint.configs.disableTypeChecked.rules, 'no-undef': 'off' },
  },
  {
    files: ['apps/web/**/*.vue'],
    rules: {
      // the layout is prettier's
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/require-default-prop': 'off', // an absent prop is undefined, as its type says
      'vue/no-static-inline-styles': ['error', { allowBinding: true }], // the content security policy forbids them
      'vue/no-v-html': 'error',
    },
  },
);
