import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeCertificate } from '../../../testing/make-certificate.js'
import { type TemporaryFolder, temporaryFolder } from '../../testing/temporary-folder.js'
import { followCertificate } from './follow-certificate.js'
import { loadCertificate } from './load-certificate.js'

const DAY = 86_400
const old = makeCertificate({ name: 'old.example', from: 0, until: 90 * DAY })
const renewed = makeCertificate({ name: 'new.example', from: 0, until: 180 * DAY })

let folder: TemporaryFolder
let now: number
let lines: string[]
let used: string[]
let tick: number
beforeEach(() => {
  folder = temporaryFolder()
  now = DAY
  tick = 1
  lines = []
  used = []
})
afterEach(() => folder.remove())

const write = (files: { readonly cert?: string; readonly key?: string }) => {
  for (const [name, content] of Object.entries(files)) folder.write(name, content, tick++)
}

function follow() {
  write(old)
  const paths = { cert: folder.path('cert'), key: folder.path('key') }
  const first = loadCertificate(paths)
  if (!first.ok) throw new Error(first.error)
  const say =
    (level: string) =>
    (_: string, fields: object = {}) =>
      void lines.push(`${level} ${Object.values(fields).join(' ')}`)
  return followCertificate(paths, first.value, {
    use: ({ cert }) => void used.push(cert),
    log: { info: say('info'), error: say('error') },
    clock: () => now,
  })
}

describe('a certificate that is followed', () => {
  it('is told of once, and again when its end comes near, and when it has come', () => {
    const { look, stop } = follow()
    for (const day of [2, 50, 82, 83, 91, 92]) {
      now = day * DAY
      look()
    }
    stop()
    const of = 'DNS:old.example, IP Address:127.0.0.1'
    expect(lines).toEqual([`info good ${of} 89`, `error ends-soon ${of} 8`, `error expired ${of} -1`])
  })

  it('is replaced by a renewed one, once both files are there', () => {
    const { look, stop } = follow()
    used = []
    write({ cert: renewed.cert })
    look()
    expect(used, 'the old key does not fit').toEqual([])
    expect(lines.at(-1)).toMatch(/^error The key in VOUCHSAFE_TLS_KEY does not fit/)
    write({ key: renewed.key })
    look()
    look()
    stop()
    expect(used).toEqual([renewed.cert])
    expect(lines.at(-1)).toMatch(/^info good DNS:new\.example/)
  })

  it('is tried again where the files look as they did when they could not be used: they may be readable now', () => {
    const { look, stop } = follow()
    used = []
    const said = lines.length
    const at = tick
    write({ key: renewed.key })
    folder.write('cert', 'x'.repeat(renewed.cert.length), at)
    look()
    look()
    expect(lines.slice(said), 'said once').toHaveLength(1)
    folder.write('cert', renewed.cert, at)
    look()
    look()
    stop()
    expect(used).toEqual([renewed.cert])
    expect(lines.at(-1)).toMatch(/^info good DNS:new\.example/)
  })

  it('stays as it was while the new one is missing or broken, which is said once', () => {
    const { look, stop } = follow()
    used = []
    const said = lines.length
    write({ cert: 'cut off' })
    look()
    look()
    folder.remove()
    look()
    look()
    stop()
    expect(used).toEqual([])
    expect(lines.slice(said)).toEqual([
      expect.stringMatching(/^error VOUCHSAFE_TLS_CERT: .* holds no certificate in PEM\.$/),
      expect.stringMatching(/^error VOUCHSAFE_TLS_CERT: .* cannot be read \(ENOENT\)\.$/),
    ])
  })
})
