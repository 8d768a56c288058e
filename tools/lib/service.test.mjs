import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

/** Starts a service from a process of its own, as `npm start` does. @param {string} code what the service runs */
async function printed(code) {
  const service = JSON.stringify(new URL('./service.mjs', import.meta.url).href)
  const start = `import { startService } from ${service}
    process.exitCode = await startService('test', ['--eval', ${JSON.stringify(code)}], process.env).ended`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', start], { timeout: 20_000 })
  return stdout
}

describe('a service', () => {
  it('is heard to its last line, but for where it listens', async () => {
    const code = `console.log('listening {"url":"http://127.0.0.1:1"}'); for (let i = 0; i < 2000; i++) console.log('line ' + i)`
    const lines = (await printed(code)).trimEnd().split('\n')
    expect([lines.length, lines[0], lines.at(-1)]).toEqual([2000, 'line 0', 'line 1999'])
  })
})
