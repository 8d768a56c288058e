import { describe, expect, it } from 'vitest'
import { run } from './run.mjs'

const node = (/** @type {string} */ script, seconds = 20) => run(process.execPath, ['--eval', script], { quiet: true, seconds })

describe('run', () => {
  it('returns the exit code, and what a quiet command said', async () => {
    expect(await node("console.log('out'); process.exitCode = 3")).toEqual({ code: 3, output: 'out\n', stdout: 'out\n' })
    expect(await node("console.error('err')")).toEqual({ code: 0, output: 'err\n', stdout: '' })
  })

  it('says 127 when there is no such command', async () => {
    expect((await run('/nowhere/program', [], { quiet: true })).code).toBe(127)
  })

  it('ends a command whose time is over', async () => {
    const { code, output } = await node('setInterval(() => {}, 1000)', 0.3)
    expect(code).toBe(1)
    expect(output).toContain('ended by SIGTERM')
  })
})
