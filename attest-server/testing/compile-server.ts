import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import ts from 'typescript'

const root = join(import.meta.dirname, '..', '..')

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
}

export interface CompiledServer {
  /** The program's file, for `node`. */
  readonly cli: string
  remove(): void
}

/** The server's own sources as a program that Node can run, so that a test can start and kill real processes without a build. */
export function compileServer(): CompiledServer {
  const folder = mkdtempSync(join(tmpdir(), 'vouchsafe-server-'))
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  for (const part of ['attest-server', 'shared']) compileFolder(part, folder)
  return { cli: join(folder, 'attest-server', 'cli', 'index.js'), remove: () => rmSync(folder, { recursive: true, force: true }) }
}

function compileFolder(part: string, folder: string): void {
  const files = readdirSync(join(root, part), { recursive: true, encoding: 'utf8' })
  for (const file of files.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))) {
    const target = join(folder, part, file.replace(/\.ts$/, '.js'))
    mkdirSync(dirname(target), { recursive: true })
    const source = readFileSync(join(root, part, file), 'utf8')
    writeFileSync(target, ts.transpileModule(source, { compilerOptions: options }).outputText)
  }
}
