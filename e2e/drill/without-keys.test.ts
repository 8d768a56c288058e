import { describe, expect, it } from 'vitest'
import { withoutKeys } from './without-keys.js'

describe('what a driver is told of its surroundings', () => {
  it.each([
    ...['VOUCHSAFE_SECRET_KEY', 'OPENAI_API_KEY', 'AWS_ACCESS_KEY_ID', 'APIKEY', 'NPM_AUTH', 'SSH_AUTH_SOCK', 'GITHUB_TOKEN'],
    ...[
      'DB_PASSWORD',
      'PGPASSWORD',
      'client_secret',
      'GOOGLE_CREDENTIALS',
      'GH_PAT',
      'SENTRY_DSN',
      'DATABASE_URL',
      'npm_config_//npm.example/:_authToken',
    ],
  ])('leaves out %s', (name) => {
    expect(withoutKeys({ [name]: 'x', PATH: '/bin' })).toEqual({ PATH: '/bin' })
  })

  it('keeps what a program and its window need', () => {
    const environment = {
      PATH: '/bin',
      HOME: '/root',
      DISPLAY: ':1',
      XAUTHORITY: '/root/.Xauthority',
      LANG: 'de',
      XKB_DEFAULT_LAYOUT: 'ch',
    }
    expect(withoutKeys(environment)).toEqual(environment)
  })
})
