import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { Fault, requireNode } from './bootstrap.mjs'
import { root } from './lib/run.mjs'

const bootstrap = new URL('./bootstrap.mjs', import.meta.url).href

/** Runs a main function through `entry` in a process of its own. @param {string} main */
function enter(main) {
  const script = `import { entry, Fault } from '${bootstrap}'; await entry(async () => { ${main} })`
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: root, encoding: 'utf8' })
  return { status, stdout, stderr }
}

describe('requireNode', () => {
  it('refuses a Node that is too old, and says which one is needed', () => {
    expect(() => requireNode('18.20.4')).toThrow(Fault)
    expect(() => requireNode('18.20.4')).toThrow('needs Node 20 or newer; this is Node 18.20.4')
    expect(() => requireNode('20.0.0')).not.toThrow()
    expect(() => requireNode('100.1.0')).not.toThrow()
  })
})

describe('entry', () => {
  it('turns a fault into its message and exit code 1', () => {
    expect(enter("throw new Fault('Port 1 is in use.')")).toEqual({ status: 1, stdout: '', stderr: 'Port 1 is in use.\n' })
  })

  it('ends with the exit code of the work', () => {
    expect(enter('return 3').status).toBe(3)
    expect(enter('').status).toBe(0)
  })

  it('shows the stack of a bug', () => {
    const { status, stderr } = enter("throw new TypeError('oops')")
    expect(status).toBe(1)
    expect(stderr).toMatch(/TypeError: oops\n\s+at /)
  })
})
