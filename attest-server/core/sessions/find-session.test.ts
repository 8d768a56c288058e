import { expect, it } from 'vitest'
import { createTestServer } from '../../testing/test-server.js'
import { verdictToken } from '../../testing/verdict-token.js'
import { detections } from '../detections/index.js'
import { findSession } from './find-session.js'

it('knows of an attested session who was verified, and what probes of the browser said', async () => {
  const { stores, project, ...server } = await createTestServer()
  const { session } = await verdictToken({ stores, project, ...server })
  const find = () => findSession(project.id, session, { ...stores, detections })
  expect(await find()).toMatchObject({ identity: { state: 'unknown' }, probes: true })
  const record = await stores.verdicts.latest(project.id, session)
  const verified = { by: 'agent', id: 'https://bot.example', category: 'ai_agent', detection: 505 } as const
  await stores.verdicts.record({ ...record!, jti: 'later', issuedAt: record!.issuedAt + 1, verified }, record!.issuedAt + 60)
  expect(await find()).toMatchObject({ identity: { state: 'verified', verified: { by: 'agent', category: 'ai_agent' } } })
  expect(await findSession('prj_other', session, { ...stores, detections })).toBeUndefined()
})
