import { fileURLToPath } from 'node:url'
import tseslint from 'typescript-eslint'

// Biome formats and lints. This is here for the rules that must know types: Biome's own cannot see the types of packages and of
// the DOM, and passed `page.goto()` and `crypto.subtle.sign()` without `await`.
export default [
  // Globals of the pages' snippets belong to no program of ours, and the examples to no program here.
  { ignores: ['dist/**', '.dist-*/**', 'node_modules/**', 'tools/docs-site/snippets/given.d.ts', 'docs/examples/**'] },
  {
    files: ['**/*.ts', '**/*.tsx', '**/*.mjs', 'demo-site/public/**/*.js'],
    plugins: { '@typescript-eslint': tseslint.plugin },
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: {
        project: [
          './{shared,collector,attest-server,verify,demo-site,demo-site/public/live,demo-site/public/tour,attest-server/dashboard/page,e2e,bench,tools}/tsconfig.json',
          './tsconfig.test.json',
        ],
        tsconfigRootDir: fileURLToPath(new URL('.', import.meta.url)),
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
    },
  },
]
