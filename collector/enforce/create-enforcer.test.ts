import { describe, expect, it, vi } from 'vitest'
import type { Attestation } from '../attest/attestation.js'
import { createEnforcer } from './create-enforcer.js'
import type { EnforceOptions, EnforceOutcome } from './enforce.js'

const challenged: Attestation = { status: 'ok', action: 'challenge', reference: '7K3VM-Q2XR9' }
const allowed: Attestation = { status: 'ok', action: 'allow', token: 'fresh' }
const attested = (attestation: Attestation, released = false) => vi.fn(async () => ({ attestation, released }))

/** A screen on which the visitor goes on at once: passed where the answer is to allow. */
const answering = async ({ attest }: EnforceOptions): Promise<EnforceOutcome> =>
  (await attest(1)).action === 'allow' ? 'passed' : 'stopped'

describe('what stands between a verdict and the page', () => {
  it('shows the screen for the verdict, and ends with what the visitor got there', async () => {
    const show = vi.fn(answering)
    const attest = attested(allowed)
    const enforce = createEnforcer(show)
    expect(await enforce({ contact: 'mailto:help@shop.example' }, attest, challenged, 'pay')).toEqual({ attestation: allowed, held: false })
    expect(show).toHaveBeenCalledWith(
      expect.objectContaining({ kind: 'challenge', reference: '7K3VM-Q2XR9', contact: 'mailto:help@shop.example' }),
    )
    expect(attest).toHaveBeenCalledWith({ action: 'pay', round: 1, progress: undefined })
  })
  it('holds whom the screen does not let pass', async () => {
    const enforce = createEnforcer(answering)
    expect(await enforce({}, attested(challenged), challenged, 'pay')).toEqual({ attestation: challenged, held: true })
    const blocked: Attestation = { status: 'ok', action: 'block' }
    const show = vi.fn(async (): Promise<EnforceOutcome> => 'blocked')
    expect(await createEnforcer(show)({}, attested(allowed), blocked, 'pay')).toEqual({ attestation: blocked, held: true })
    expect(show).toHaveBeenCalledWith(expect.objectContaining({ kind: 'block', reference: '' }))
  })
  it('ends the screen for what the page deals with itself, and keeps the verdict as it is', async () => {
    const answers: Attestation[] = []
    const enforce = createEnforcer(async ({ attest }) => {
      answers.push(await attest(1))
      return 'passed'
    })
    expect(await enforce({}, attested(challenged, true), challenged, 'pay')).toEqual({ attestation: challenged, held: false })
    expect(answers).toEqual([{ status: 'stopped', action: 'allow' }])
  })
  it('shows one screen at a time, and gives the second action a verdict of its own', async () => {
    const show = vi.fn(answering)
    const attest = attested(allowed)
    const enforce = createEnforcer(show)
    const [first, second] = await Promise.all([enforce({}, attest, challenged, 'pay'), enforce({}, attest, challenged, 'join')])
    expect(show).toHaveBeenCalledTimes(1)
    expect([first.held, second.held]).toEqual([false, false])
    expect(attest.mock.calls.map(([request]: unknown[]) => request)).toEqual([
      { action: 'pay', round: 1, progress: undefined },
      { action: 'join', round: 0 },
    ])
    await enforce({}, attest, challenged, 'again')
    expect(show).toHaveBeenCalledTimes(2)
  })
})
