import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import ts from 'typescript'

/**
 * Strips types, one file at a time. Checking them is another job (`npm run check`), and `isolatedModules` with
 * `erasableSyntaxOnly` promise that a file can be compiled without seeing any other: no program to build, so a bundle costs
 * milliseconds instead of seconds.
 *
 * @param {{ target: keyof typeof ts.ScriptTarget }} options
 * @returns {import('rollup').Plugin}
 */
export function typescript({ target }) {
  const compilerOptions = {
    target: ts.ScriptTarget[target],
    module: ts.ModuleKind.ESNext,
    verbatimModuleSyntax: true,
    isolatedModules: true,
    sourceMap: true,
  }
  return {
    name: 'typescript',
    // NodeNext has sources name the file that will exist, `./x.js`; here it is still `./x.ts`.
    resolveId(source, importer) {
      if (!importer || !source.startsWith('.') || !source.endsWith('.js')) return null
      const path = resolve(dirname(importer), `${source.slice(0, -3)}.ts`)
      return existsSync(path) ? path : null
    },
    transform(code, id) {
      if (!id.endsWith('.ts')) return null
      const { outputText, sourceMapText } = ts.transpileModule(code, { compilerOptions, fileName: id })
      return { code: outputText.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'), map: sourceMapText ?? null }
    },
  }
}
