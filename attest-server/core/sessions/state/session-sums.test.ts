import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeSums, type Payload, sumsOf } from './session-sums.js'

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const payload: fc.Arbitrary<Payload> = fc.record(
  {
    mouse_entropy: maybe(fc.double({ min: 0, max: 1, noNaN: true })),
    mouse_moves: maybe(fc.nat(1000)),
    samples: maybe(fc.nat(1000)),
    scroll_velocity: maybe(fc.nat(9000)),
    time_to_first_input_ms: maybe(fc.nat(9000)),
    js_passed: maybe(fc.boolean()),
    webdriver: maybe(fc.boolean()),
  },
  { requiredKeys: [] },
)
const fold = (payloads: readonly Payload[]) => payloads.map(sumsOf).reduce(mergeSums, {})

describe('sums of a session', () => {
  it('do not depend on the order of events, nor on how often each comes', () => {
    fc.assert(
      fc.property(fc.array(payload, { maxLength: 8 }), fc.array(fc.nat(), { maxLength: 20 }), (payloads, picks) => {
        const again = picks.flatMap((pick) => (payloads.length === 0 ? [] : [payloads[pick % payloads.length]!]))
        expect(fold([...again, ...[...payloads].reverse(), ...again])).toEqual(fold(payloads))
      }),
    )
  })

  it('keep the entropy behind which most movement stands, under both names', () => {
    const short = { mouse_entropy: 0.9, mouse_moves: 5 }
    expect(fold([{ entropy: 0.74, samples: 128 }, short])).toEqual({ mouse_moves: 128, entropy: [128, 0.74] })
  })

  it('never make a probe that failed pass, nor one that found something find nothing', () => {
    expect(
      fold([
        { js_passed: false, webdriver: true },
        { js_passed: true, webdriver: false },
      ]),
    ).toEqual({ js_passed: false, webdriver: true })
  })

  it('know nothing of what was not said', () => {
    expect(fold([{ mouse_moves: null, js_passed: null }, {}])).toEqual({})
  })
})
