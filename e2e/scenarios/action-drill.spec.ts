import { execFile } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { parseYaml } from '@redocly/openapi-core'
import { expect, test } from '../support/fixtures.js'
import { withTemporaryFolder } from '../support/machine/chromium.js'
import { repoRoot } from '../support/machine/tools.js'

interface Step {
  readonly name: string
  readonly shell?: string
  readonly run?: string
  readonly uses?: string
  readonly env?: Readonly<Record<string, string>>
  readonly with?: Readonly<Record<string, string>>
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly required?: boolean; readonly default?: string }>>
  readonly runs: { readonly using: string; readonly steps: readonly Step[] }
}

const action = parseYaml(readFileSync(join(repoRoot, 'docs', 'ci', 'action.yml'), 'utf8')) as Action
const [display, drill, report] = action.runs.steps as readonly [Step, Step, Step]

/** An expression of the action, as GitHub puts in what was given. @throws for an input that there is not */
function filledIn(expression: string, given: Readonly<Record<string, string>>): string {
  return expression.replace(/\$\{\{ inputs\.([a-z-]+) \}\}/g, (_, name: string) => {
    const input = action.inputs[name]
    if (!input) throw new Error(`the action has no input ${name}`)
    return given[name] ?? input.default ?? ''
  })
}

/** A project with the package installed, and a `sudo` that only notes what it was asked for. */
function layOut(folder: string): NodeJS.ProcessEnv {
  const [bin, own] = [join(folder, 'node_modules', '.bin'), join(folder, 'own')]
  for (const each of [bin, own]) mkdirSync(each, { recursive: true })
  symlinkSync(repoRoot, join(folder, 'node_modules', 'vouchsafe'))
  symlinkSync(join('..', 'vouchsafe', 'dist', 'cli.mjs'), join(bin, 'vouchsafe'))
  writeFileSync(join(own, 'sudo'), `#!/bin/sh\necho "$@" >> '${join(own, 'asked')}'\n`)
  chmodSync(join(own, 'sudo'), 0o755)
  return { ...process.env, PATH: [own, process.env.PATH].join(delimiter) }
}

/** A step as GitHub runs one whose shell is `bash`. @returns its exit code */
function perform(run: string, cwd: string, env: NodeJS.ProcessEnv): Promise<{ readonly code: number; readonly said: string }> {
  const script = join(cwd, 'step.sh')
  writeFileSync(script, run)
  return new Promise((resolve) => {
    execFile('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], { cwd, env, timeout: 90_000 }, (error, out, err) =>
      resolve({ code: error ? Number(error.code ?? -1) : 0, said: out + err }),
    )
  })
}

test('the action for a CI runs as it stands, and fails where a drill does', async ({ product }) => {
  test.setTimeout(120_000)
  expect(action.runs).toMatchObject({ using: 'composite', steps: [{ shell: 'bash' }, { shell: 'bash' }, { if: 'always()' }] })
  await withTemporaryFolder(async (folder) => {
    const base = layOut(folder)
    const prepared = await perform(display.run!, folder, base)
    expect(prepared.code, prepared.said).toBe(0)
    expect(readFileSync(join(folder, 'own', 'asked'), 'utf8')).toMatch(/^apt-get update\napt-get install .*\bxvfb openbox xdotool\n$/)

    const given = { url: `${product.demo}/`, only: 'puppeteer', 'fail-under': '1', attest: product.attest }
    const settings = Object.entries(drill.env ?? {}).map(([name, value]) => [name, filledIn(value, given)])
    const env = { ...base, ...(Object.fromEntries(settings) as NodeJS.ProcessEnv) }
    const { code, said } = await perform(drill.run!, folder, env)
    expect(code, said).toBe(0)
    expect(said).toContain('1 of 1 runs were stopped (100 %)')
    const kept = join(folder, report.with?.path ?? 'nowhere')
    for (const name of ['index.html', 'drill.json', 'junit.xml']) expect(existsSync(join(kept, name)), name).toBe(true)

    // What the drill says of its options and of its address is the step's answer, too.
    expect((await perform(drill.run!, folder, { ...env, DRILL_FAIL_UNDER: 'most' })).code).toBe(2)
    expect((await perform(drill.run!, folder, { ...env, DRILL_URL: `${product.demo}/no-such-page` })).code).toBe(4)
  })
})
