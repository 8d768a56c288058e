import { describe, expect, it } from 'vitest'
import { parseConfig } from './config.js'
import { defaultSettings } from './default-settings.js'

describe('parseConfig', () => {
  it('needs nothing', () => {
    const config = parseConfig({})
    expect(config).toMatchObject({
      ok: true,
      value: {
        host: '127.0.0.1',
        port: 8787,
        publicUrl: undefined,
        databaseUrl: undefined,
        trustedProxies: 0,
        verdictLife: 120,
        challengeLife: 300,
        retention: 30 * 86_400,
        verdictRecords: 1_000_000,
        sketchLife: 14 * 86_400,
        revealShare: 0.1,
        pow: { count: 16, difficulty: 16_384 },
        signingAlgorithm: 'ES256',
        networkDatabases: [],
        tls: undefined,
        ja4Header: undefined,
        crawlerFeeds: false,
        nameServers: [],
        agents: 'off',
        requests: { thresholds: { review: 0.5, block: 0.9 }, callerProxies: 0 },
        behaviour: { openSignup: false, trustIssuer: undefined, webhookLoopback: false },
        log: 'info',
        metrics: undefined,
        drainDelay: 0,
      },
    })
    expect(config.ok && config.value.dataDir).toMatch(/^\/.*\.vouchsafe$|^[A-Z]:/)
  })

  it('of nothing makes what servers have that read no environment', () => {
    expect(parseConfig({})).toMatchObject({ ok: true, value: defaultSettings })
  })

  it('reads everything', () => {
    const environment = {
      HOST: '0.0.0.0',
      PORT: '0',
      VOUCHSAFE_PUBLIC_URL: 'https://Attest.example/',
      VOUCHSAFE_DATA_DIR: '/var/lib/vouchsafe',
      VOUCHSAFE_TRUSTED_PROXIES: '2',
      VOUCHSAFE_VERDICT_SECONDS: '60',
      VOUCHSAFE_CHALLENGE_SECONDS: '120',
      VOUCHSAFE_BUILD_GRACE_HOURS: '24',
      VOUCHSAFE_POW_DIFFICULTY: '1000.5',
      VOUCHSAFE_RETENTION_DAYS: '7',
      VOUCHSAFE_VERDICT_RECORDS: '5000',
      VOUCHSAFE_SKETCH_DAYS: '0',
      VOUCHSAFE_REVEAL_SHARE: '0.25',
      VOUCHSAFE_SIGNING_ALG: 'EdDSA',
      VOUCHSAFE_NETWORK_DATABASES: '/geo/city.mmdb, tor:/geo/exits.txt,',
      VOUCHSAFE_TLS_CERT: '/etc/tls/cert.pem',
      VOUCHSAFE_TLS_KEY: '/etc/tls/key.pem',
      VOUCHSAFE_JA4_HEADER: 'CF-JA4',
      VOUCHSAFE_CRAWLER_FEEDS: 'off',
      VOUCHSAFE_RESOLVER: '192.0.2.53, [2001:db8::53]:5353',
      VOUCHSAFE_AGENTS: 'loopback',
      VOUCHSAFE_REQUEST_THRESHOLDS: '0.6,0.95',
      VOUCHSAFE_CALLER_PROXIES: '1',
      VOUCHSAFE_OPEN_SIGNUP: 'on',
      VOUCHSAFE_TRUST_ISSUER: 'https://lab.example',
      VOUCHSAFE_WEBHOOK_LOOPBACK: 'on',
      VOUCHSAFE_DASHBOARD: 'off',
      VOUCHSAFE_LOG: 'silent',
      VOUCHSAFE_METRICS_HOST: '10.0.0.5',
      VOUCHSAFE_METRICS_PORT: '9464',
      VOUCHSAFE_DRAIN_SECONDS: '15',
    }
    expect(parseConfig(environment)).toEqual({
      ok: true,
      value: {
        host: '0.0.0.0',
        port: 0,
        publicUrl: 'https://attest.example',
        dataDir: '/var/lib/vouchsafe',
        trustedProxies: 2,
        verdictLife: 60,
        challengeLife: 120,
        buildGrace: 86_400,
        retention: 7 * 86_400,
        verdictRecords: 5000,
        sketchLife: 0,
        revealShare: 0.25,
        pow: { count: 16, difficulty: 1000.5 },
        signingAlgorithm: 'EdDSA',
        networkDatabases: [
          { path: '/geo/city.mmdb', holds: undefined },
          { path: '/geo/exits.txt', holds: 'tor' },
        ],
        tls: { cert: '/etc/tls/cert.pem', key: '/etc/tls/key.pem' },
        ja4Header: 'cf-ja4',
        crawlerFeeds: false,
        nameServers: ['192.0.2.53', '[2001:db8::53]:5353'],
        agents: 'loopback',
        requests: { thresholds: { review: 0.6, block: 0.95 }, callerProxies: 1 },
        behaviour: { openSignup: true, trustIssuer: 'https://lab.example', webhookLoopback: true },
        dashboard: false,
        log: 'silent',
        metrics: { host: '10.0.0.5', port: 9464 },
        drainDelay: 15_000,
      },
    })
  })

  it('asks for slices of a trace of a share of visitors, of all, of none but those that it has to, or of nobody', () => {
    const share = (text: string) => {
      const config = parseConfig({ VOUCHSAFE_REVEAL_SHARE: text })
      return config.ok ? config.value.revealShare : config.error
    }
    expect(['0', '0.05', '1', '1.0', 'off'].map(share)).toEqual([0, 0.05, 1, 1, undefined])
    for (const text of ['2', '1.5', '-0.1', '.5', '10%', 'on'])
      expect(share(text)).toEqual([`VOUCHSAFE_REVEAL_SHARE must be a number from 0 to 1, or off, not "${text}".`])
  })

  it('asks what a file about addresses holds, where that does not say it', () => {
    const config = parseConfig({ VOUCHSAFE_NETWORK_DATABASES: 'tor:/a.txt,/b.csv', VOUCHSAFE_JA4_HEADER: 'a b' })
    expect(config.ok ? [] : config.error).toEqual([
      expect.stringMatching(/^VOUCHSAFE_NETWORK_DATABASES must be paths .*\.mmdb .* tor: .*, not "tor:\/a\.txt,\/b\.csv"\.$/),
      'VOUCHSAFE_JA4_HEADER must be the name of a header, not "a b".',
    ])
  })

  it('sends nothing anywhere of its own accord where only this machine reaches it', () => {
    const outward = (environment: object) => {
      const config = parseConfig({ ...environment })
      return config.ok && [config.value.crawlerFeeds, config.value.agents]
    }
    expect(outward({ VOUCHSAFE_PUBLIC_URL: 'http://localhost:8787' })).toEqual([false, 'off'])
    expect(outward({ VOUCHSAFE_PUBLIC_URL: 'https://attest.example' })).toEqual([true, 'on'])
    expect(outward({ VOUCHSAFE_CRAWLER_FEEDS: 'on', VOUCHSAFE_AGENTS: 'on' })).toEqual([true, 'on'])
  })

  it.each(['dns.example', '192.0.2.53:0', '[2001:db8::53', '1.2.3.4:99999'])('asks no name server %s', (server) => {
    const config = parseConfig({ VOUCHSAFE_RESOLVER: `192.0.2.1,${server}` })
    expect(config.ok ? [] : config.error).toEqual([expect.stringMatching(/^VOUCHSAFE_RESOLVER must be addresses of name servers/)])
  })

  it.each(['0.9,0.5', '0,0.5', '0.5,1.1', '0.5', '0.5,0.9,1', '.5,.9'])('refuses the thresholds %s', (thresholds) => {
    expect(parseConfig({ VOUCHSAFE_REQUEST_THRESHOLDS: thresholds }).ok).toBe(false)
  })

  it('takes an empty variable for one that is not set', () => {
    expect(parseConfig({ PORT: '', VOUCHSAFE_PUBLIC_URL: '' })).toEqual(parseConfig({}))
  })

  it('lists every fault at once, each with its variable and what it must be', () => {
    const environment = { PORT: '99999', VOUCHSAFE_LOG: 'loud', VOUCHSAFE_PUBLIC_URL: 'attest.example', VOUCHSAFE_POW_DIFFICULTY: '-1' }
    const config = parseConfig(environment)
    expect(config.ok ? [] : [...config.error].sort()).toEqual([
      'PORT must be a whole number from 0 to 65535, not "99999".',
      'VOUCHSAFE_LOG must be info, error or silent, not "loud".',
      expect.stringMatching(/^VOUCHSAFE_POW_DIFFICULTY must be a number from 1 to \d+, not "-1"\.$/),
      expect.stringMatching(/^VOUCHSAFE_PUBLIC_URL must be an http or https origin .*, not "attest\.example"\.$/),
    ])
  })

  it('refuses settings that do not go together, whatever each says', () => {
    const faults = (environment: Record<string, string>) => {
      const config = parseConfig(environment)
      return config.ok ? [] : config.error
    }
    const tls = { VOUCHSAFE_TLS_CERT: 'a.pem', VOUCHSAFE_TLS_KEY: 'b.pem' }
    expect(faults({ VOUCHSAFE_TLS_CERT: 'a.pem' })).toEqual(['VOUCHSAFE_TLS_CERT needs VOUCHSAFE_TLS_KEY beside it.'])
    expect(faults({ VOUCHSAFE_TLS_KEY: 'b.pem', VOUCHSAFE_PORT: '1' })).toEqual([
      'VOUCHSAFE_TLS_KEY needs VOUCHSAFE_TLS_CERT beside it.',
      expect.stringMatching(/^VOUCHSAFE_PORT is no setting/),
    ])
    expect(faults({ ...tls, VOUCHSAFE_PUBLIC_URL: 'http://a.example' })).toEqual([
      'VOUCHSAFE_PUBLIC_URL must be an https address where VOUCHSAFE_TLS_CERT is set, not "http://a.example".',
    ])
    expect(faults({ VOUCHSAFE_JA4_HEADER: 'x-ja4' })).toEqual([
      expect.stringMatching(/^VOUCHSAFE_JA4_HEADER needs VOUCHSAFE_TRUSTED_PROXIES: /),
    ])
    expect(faults({ ...tls, VOUCHSAFE_PUBLIC_URL: 'https://a.example' })).toEqual([])
  })

  it('names a misspelt setting beside the other faults, whatever it says', () => {
    const config = parseConfig({ VOUCHSAFE_VERDICT_SECOND: '60', VOUCHSAFE_PORT: '8787', PORT: 'x' })
    expect(config.ok ? [] : config.error).toEqual([
      expect.stringMatching(/^PORT must be/),
      expect.stringMatching(/^VOUCHSAFE_VERDICT_SECOND is no setting/),
      expect.stringMatching(/^VOUCHSAFE_PORT is no setting/),
    ])
  })

  it('does not mind the variables of others: our own tools, and a Kubernetes service of our name', () => {
    const tools = { VOUCHSAFE_DATA: '/data', VOUCHSAFE_BUILD_DIR: 'dist.new', VOUCHSAFE_E2E_RUNS: '3', VOUCHSAFE_SOMETHING: '' }
    const service = {
      VOUCHSAFE_SERVICE_HOST: '10.0.0.11',
      VOUCHSAFE_SERVICE_PORT: '8787',
      VOUCHSAFE_SERVICE_PORT_HTTP: '8787',
      VOUCHSAFE_PORT: 'tcp://10.0.0.11:8787',
      VOUCHSAFE_PORT_8787_TCP: 'tcp://10.0.0.11:8787',
      VOUCHSAFE_PORT_8787_TCP_ADDR: '10.0.0.11',
      VOUCHSAFE_ATTEST_SERVICE_HOST: '10.0.0.12',
    }
    expect(parseConfig({ ...tools, ...service })).toEqual(parseConfig({}))
  })

  it.each(['http://a.example/path', 'ftp://a.example', 'https://user@a.example', 'https://a.example/?x', 'x'])(
    'refuses the public address %s',
    (url) => {
      expect(parseConfig({ VOUCHSAFE_PUBLIC_URL: url }).ok).toBe(false)
    },
  )

  it.each(['1e3', '0x10', ' 1', '1.5', '-0'])('refuses %s for a whole number', (text) => {
    expect(parseConfig({ VOUCHSAFE_TRUSTED_PROXIES: text }).ok).toBe(false)
  })

  it('reads where the database is, and shows of an address that is wrong nothing: it holds a password', () => {
    const parsed = (VOUCHSAFE_DATABASE_URL: string) => parseConfig({ VOUCHSAFE_DATABASE_URL })
    expect(parsed('postgres://a:b@db.example/bots')).toMatchObject({
      ok: true,
      value: { databaseUrl: { host: 'db.example', password: 'b' } },
    })
    const refused = parsed('postgres://a:pass-word@db.example')
    expect(refused).toEqual({
      ok: false,
      error: [expect.stringMatching(/^VOUCHSAFE_DATABASE_URL must be postgres:\/\/.*, not what it is\.$/)],
    })
    expect(JSON.stringify(refused)).not.toContain('pass-word')
  })
})
