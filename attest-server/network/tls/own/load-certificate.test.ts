import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeCertificate } from '../../../testing/make-certificate.js'
import { type TemporaryFolder, temporaryFolder } from '../../testing/temporary-folder.js'
import { loadCertificate } from './load-certificate.js'
import { reportCertificate } from './report-certificate.js'

let folder: TemporaryFolder
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.remove())

const made = makeCertificate({ name: 'shop.example' })
/** What is wrong with a certificate and a key of these contents. */
const faultOf = (cert: string, key = made.key) => {
  const loaded = loadCertificate({ cert: folder.write('cert.pem', cert), key: folder.write('key.pem', key) })
  return loaded.ok ? undefined : loaded.error
}

describe('a certificate and its key', () => {
  it('are read with whom they name and until when', () => {
    const loaded = loadCertificate({ cert: folder.write('cert.pem', made.cert), key: folder.write('key.pem', made.key) })
    expect(loaded).toEqual({
      ok: true,
      value: { ...made, names: 'DNS:shop.example, IP Address:127.0.0.1', from: 1_700_000_000, until: 4_000_000_000 },
    })
  })

  it('are read with others behind the first, which lead to a root', () => {
    expect(faultOf(made.cert + makeCertificate({ name: 'root.example' }).cert)).toBeUndefined()
    expect(faultOf(makeCertificate({ name: 'root.example' }).cert + made.cert)).toMatch(
      /^The key in VOUCHSAFE_TLS_KEY does not fit the first/,
    )
  })

  it('that are not there, are folders, or hold too much, are named by their setting', () => {
    mkdirSync(folder.path('folder'))
    const cert = folder.write('cert.pem', made.cert)
    const fault = (paths: { cert: string; key: string }) => {
      const loaded = loadCertificate(paths)
      return loaded.ok ? undefined : loaded.error
    }
    expect(fault({ cert: folder.path('none'), key: cert })).toMatch(/^VOUCHSAFE_TLS_CERT: \/.*none cannot be read \(ENOENT\)\.$/)
    expect(fault({ cert, key: folder.path('none') })).toMatch(/^VOUCHSAFE_TLS_KEY: \/.*none cannot be read \(ENOENT\)\.$/)
    expect(fault({ cert: folder.path('folder'), key: cert })).toMatch(/^VOUCHSAFE_TLS_CERT: .* \(EISDIR\)\.$/)
    expect(faultOf('x'.repeat(2 ** 20 + 1))).toMatch(/^VOUCHSAFE_TLS_CERT: .* is too large for it\.$/)
  })

  it('that are none, or are locked, are told apart', () => {
    expect(faultOf('')).toMatch(/^VOUCHSAFE_TLS_CERT: .* holds no certificate in PEM\.$/)
    expect(faultOf(made.key)).toMatch(/^VOUCHSAFE_TLS_CERT: .* holds no certificate in PEM\.$/)
    expect(faultOf(made.cert, made.cert)).toMatch(/^VOUCHSAFE_TLS_KEY: .* holds no key in PEM/)
    const locked = createPrivateKey(made.key).export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'x' }).toString()
    expect(faultOf(made.cert, locked)).toMatch(/^VOUCHSAFE_TLS_KEY: .* free of a passphrase\.$/)
  })

  it('that do not fit each other are refused, and no word of the key is said', () => {
    const other = makeCertificate()
    const fault = faultOf(made.cert, other.key)!
    expect(fault).toMatch(/^The key in VOUCHSAFE_TLS_KEY does not fit/)
    expect(fault).not.toContain(other.key.split('\n')[1])
  })

  it('that OpenSSL finds too weak are refused before anybody connects', () => {
    const weak = generateKeyPairSync('rsa', { modulusLength: 512 })
    expect(faultOf(makeCertificate({ key: weak }).cert, weak.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString())).toMatch(
      /^VOUCHSAFE_TLS_CERT: the certificate cannot be used \(.+\)\.$/,
    )
  })
})

describe('what is said of a certificate', () => {
  const ninetyDays = { names: 'DNS:shop.example', from: 0, until: 90 * 86_400 }
  it.each([
    [-1, 'not-yet', 90],
    [0, 'good', 90],
    [80, 'good', 10],
    [82, 'ends-soon', 8],
    [90, 'expired', 0],
    [91, 'expired', -1],
  ])('on day %i it is %s', (day, state, daysLeft) => {
    expect(reportCertificate(ninetyDays, day * 86_400)).toMatchObject({ state, daysLeft: day < 0 ? 91 : daysLeft })
  })
})
