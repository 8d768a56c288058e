import { createEnforcer } from './create-enforcer.js'
import type { EnforceOptions, EnforceOutcome, VouchsafeEnforce } from './enforce.js'
import { finalView } from './final-view.js'
import { runChallenge } from './run-challenge.js'
import { openScreen } from './screen.js'
import { chooseLanguage } from './texts/choose-language.js'
import { languages } from './texts/index.js'

async function show(options: EnforceOptions): Promise<EnforceOutcome> {
  const texts = languages[chooseLanguage([options.language, document.documentElement.lang, ...navigator.languages])]!
  const screen = openScreen({ texts, nonce: options.nonce })
  let { reference } = options
  let outcome: 'stopped' | 'blocked' = 'blocked'
  if (options.kind === 'challenge') {
    const attestation = await runChallenge(screen, texts, options)
    if (attestation.action === 'allow') {
      screen.close()
      return 'passed'
    }
    reference = attestation.reference ?? reference
    if (attestation.action === 'challenge') outcome = 'stopped'
  }
  screen.present(finalView(screen, texts, outcome, { reference, contact: options.contact }))
  return outcome
}

/** One screen at a time; one that stays is the last. */
export function createEnforce(): VouchsafeEnforce {
  let current: Promise<EnforceOutcome> | undefined
  const showOne: VouchsafeEnforce['show'] = (options) => {
    current ??= show(options)
      // A browser that cannot show it: our fault must not hold anybody up.
      .catch((): EnforceOutcome => 'passed')
      .then((outcome) => {
        if (outcome === 'passed') current = undefined
        return outcome
      })
    return current
  }
  return { show: showOne, enforce: createEnforcer(showOne) }
}
