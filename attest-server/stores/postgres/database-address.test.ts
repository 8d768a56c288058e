import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDatabaseUrl, showDatabase } from './database-address.js'
import { readCertificates } from './read-certificates.js'

const plain = { host: 'db.example', port: 5432, user: undefined, password: undefined, name: 'bots', tls: 'disable' }

describe('the address of a database', () => {
  it('says where it is, who we are, and how it is spoken to', () => {
    expect(parseDatabaseUrl('postgres://db.example/bots')).toMatchObject(plain)
    expect(
      parseDatabaseUrl('postgresql://ada%40x:p%2Fw@[::1]:6000/b%20c?sslmode=verify-full&sslrootcert=/ca.pem&options=-c%20search_path%3Da'),
    ).toEqual({
      host: '::1',
      port: 6000,
      user: 'ada@x',
      password: 'p/w',
      name: 'b c',
      tls: 'verify-full',
      rootCertificate: '/ca.pem',
      options: '-c search_path=a',
      isPooled: false,
    })
    expect(parseDatabaseUrl('postgres://db.example/bots?pooler=on')).toMatchObject({ ...plain, options: undefined, isPooled: true })
  })

  it.each([
    ['', 'nothing'],
    ['mysql://db.example/bots', 'another kind of database'],
    ['postgres://db.example', 'no database'],
    ['postgres://db.example/a/b', 'two databases'],
    ['postgres:///bots', 'no host'],
    ['postgres://db.example:99999/bots', 'no port'],
    ['postgres://a:%zz@db.example/bots', 'no password'],
    ['postgres://db.example/bots?sslmode=prefer', 'TLS if it happens to be there'],
    ['postgres://db.example/bots?sslmode=require&sslrootcert=/ca.pem', 'a certificate that nothing is checked against'],
    ['postgres://db.example/bots?sslmode=require&sslmode=disable', 'two things at once'],
    ['postgres://db.example/bots?pooler=off', 'a pooler that is said not to be there'],
    ['postgres://db.example/bots?pooler=on&options=-c%20search_path%3Da', 'what a pooler does not pass on'],
    ['postgres://db.example/bots?slmode=require', 'a word that is misspelt'],
    ['postgres://db.example/bots#x', 'a fragment'],
  ])('is not %s (%s)', (text) => {
    expect(parseDatabaseUrl(text)).toBeUndefined()
  })

  it('is shown without its password', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9]{12,20}$/)
    fc.assert(
      fc.property(word, word, (user, password) => {
        const url = parseDatabaseUrl(`postgres://${user}:${password}@db.example/bots`)!
        expect(url.password).toBe(password)
        expect(showDatabase(url)).toBe(`postgres://${user}@db.example:5432/bots`)
      }),
    )
  })

  it('never ends in anything but an address or nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseDatabaseUrl(`postgres://${text}`)))
  })

  it('asks of the certificate what its mode says', () => {
    const tlsOf = (mode: string) => {
      const read = readCertificates(parseDatabaseUrl(`postgres://db.example/bots?sslmode=${mode}`)!)
      return read.ok && read.value.tls
    }
    expect(tlsOf('disable')).toBeUndefined()
    expect(tlsOf('require')).toEqual({ rejectUnauthorized: false })
    expect(tlsOf('verify-full')).toEqual({ rejectUnauthorized: true })
  })

  it('says which file it cannot read', () => {
    const url = parseDatabaseUrl('postgres://db.example/bots?sslmode=verify-full&sslrootcert=/nowhere/ca.pem')!
    expect(readCertificates(url)).toEqual({ ok: false, error: expect.stringMatching(/\/nowhere\/ca\.pem .*ENOENT/) })
  })
})
