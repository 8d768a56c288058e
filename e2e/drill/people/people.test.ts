import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { startChild } from '../../support/machine/child.js'
import { locate } from '../ask.js'
import { openGate } from '../gate.js'
import { readOptions } from '../options.js'
import type { Outcome } from '../report/drill.js'
import { createEar } from './hear-verdicts.js'
import { type Desk, hostPeople } from './host-people.js'
import type { OpenWindow } from './open-window.js'
import { visits } from './visits.js'

/** An attest-server by what it answers, one answer after the other. */
async function withAttest<T>(answers: readonly string[], use: (origin: string) => Promise<T>): Promise<T> {
  const left = [...answers]
  const server = createServer((_, response) => void response.end(left.shift()))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  } finally {
    server.close()
  }
}

/** A person who answers each question by the next of these words (`gone`: no more, ever), and whose window does what `open` says. */
async function hosted(
  attest: string,
  words: readonly string[],
  open: OpenWindow,
  env: NodeJS.ProcessEnv = { DISPLAY: ':9' },
): Promise<Outcome> {
  const [left, input] = [[...words], new PassThrough()]
  const say = (line: string) => {
    if (!/Enter|\(l\)/.test(line)) return
    const word = left.shift()
    if (word === 'gone') input.end()
    else if (word !== undefined) setImmediate(() => input.write(`${word}\n`))
  }
  const desk: Desk = { input, say, open }
  const places = [await locate(new URL(attest))]
  return hostPeople([visits[0]!], readOptions([`${attest}/`]), { attest, siteKey: 'pk', places, pins: [] }, env, desk)
}

/** A window in which somebody asks the attest-server for verdicts, through the proxy that it was opened with, and which is closed then. */
const asking =
  (attest: string, times: number): OpenWindow =>
  (_, __, ___, port) => {
    const options = JSON.stringify({ port, host: '127.0.0.1', method: 'POST', path: `${attest}/v1/attest` })
    const ask = `new Promise((done) => require('http').request(${options}, (answer) => answer.resume().on('end', done)).end())`
    return startChild(process.execPath, ['-e', `(async () => { for (let i = 0; i < ${times}; i++) await ${ask} })()`])
  }
const noWindow: OpenWindow = () => {
  throw new Error('a window was opened')
}
const idle: OpenWindow = () => startChild(process.execPath, ['-e', 'setTimeout(() => 0, 60000)'])

const allow = '{"action":"allow","band":"human","score":0.1,"reference":"ABCDE-12345","token":"t"}'

describe('a person’s visit', () => {
  it('is heard as it passes: the last verdict counts, and the note says those before it', async () => {
    const answers = ['{"reveal":"…","slices":[1]}', '{"action":"challenge"}', 'no JSON', allow]
    const { runs } = await withAttest(answers, (attest) => hosted(attest, [''], asking(attest, 4)))
    expect(runs).toMatchObject([{ kind: 'person', action: 'allow', reference: 'ABCDE-12345', note: 'in turn: challenge, allow' }])
    expect(JSON.stringify(runs)).not.toContain('token')
  })
  it('without a verdict shows nothing', async () => {
    const { runs } = await withAttest([], (attest) => hosted(attest, ['', ''], idle))
    expect(runs).toMatchObject([{ action: 'none', note: 'no verdict was heard of' }])
  })
  it('over https is what the person says it was', async () => {
    const { runs } = await hosted('https://127.0.0.1:1', ['', '', 'C'], idle)
    expect(runs).toMatchObject([{ action: 'challenge', note: 'as the person says' }])
    const unsure = await hosted('https://127.0.0.1:1', ['', '', 'well'], idle)
    expect(unsure).toMatchObject({ runs: [], missing: [{ driver: 'person-mouse' }] })
  })
  it('can be skipped before and while it is made', async () => {
    for (const words of [['s'], ['', 's']]) {
      const { runs, missing } = await hosted('http://127.0.0.1:1', words, words.length > 1 ? idle : noWindow)
      expect({ runs, missing: missing.map(({ driver }) => driver) }).toEqual({ runs: [], missing: ['person-mouse'] })
    }
  })
  it('is nobody’s where nobody answers', async () => {
    expect((await hosted('http://127.0.0.1:1', ['gone'], noWindow)).missing).toHaveLength(1)
  })
  it.runIf(process.platform === 'linux')('needs a screen', async () => {
    const { missing } = await hosted('http://127.0.0.1:1', [], noWindow, {})
    expect(missing[0]?.needs.what).toContain('a screen')
  })
})

describe('the ear', () => {
  it('takes a verdict from the attest-server alone', async () => {
    await withAttest([allow], async (attest) => {
      const ear = createEar('http://127.0.0.1:1')
      const gate = await openGate([await locate(new URL(attest))], ear.listen)
      const window = asking(attest, 1)(visits[0]!, '', '', gate.port)
      expect(await window.exit).toBe(0)
      await gate.stop()
      expect(ear.verdicts).toEqual([])
    })
  })
})
