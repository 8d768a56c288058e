import { describe, expect, it } from 'vitest'
import { testAccounts } from './accounts.js'
import { testApiKeys } from './api-keys.js'
import { testCounters } from './counters.js'
import { testCredentials } from './credentials.js'
import { testDevices } from './devices.js'
import { testErase } from './erase.js'
import { testEventInbox } from './event-inbox.js'
import { testExceptions } from './exceptions.js'
import { testKeptTexts } from './kept-texts.js'
import { testLabels } from './labels.js'
import { testLiveSessions } from './live-sessions.js'
import { testOutbox } from './outbox.js'
import { testProjects } from './projects.js'
import { testReplayGuard } from './replay-guard.js'
import { testRevocations } from './revocations.js'
import { testRollups } from './rollups.js'
import { testRuleBook } from './rule-book.js'
import { testSessions } from './sessions.js'
import { testSettings } from './settings.js'
import { testSigningKeys } from './signing-keys.js'
import { testSketches } from './sketches.js'
import { type OpenStores, withStores } from './support.js'
import { testVerdictPages } from './verdict-pages.js'
import { testVerdicts } from './verdicts.js'

const ports = [
  testReplayGuard,
  testProjects,
  testSessions,
  testDevices,
  testSketches,
  testVerdicts,
  testVerdictPages,
  testSigningKeys,
  testApiKeys,
  testAccounts,
  testCounters,
  testSettings,
  testRuleBook,
  testEventInbox,
  testLiveSessions,
  testLabels,
  testOutbox,
  testKeptTexts,
  testExceptions,
  testRevocations,
  testCredentials,
  testRollups,
  testErase,
]

/** What every store must do. An implementation's own test is one call of this. */
export function testStores(name: string, open: OpenStores): void {
  describe(`${name}: contract of the stores`, () => {
    for (const test of ports) test(open)

    describe('readiness', () => {
      const { stores } = withStores(open)
      it('says that it answers', async () => {
        await expect(stores().check()).resolves.toBeUndefined()
      })
    })
  })
}
