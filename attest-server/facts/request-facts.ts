import type { Fact } from './fact.js'
import { acceptForm } from './http/accept-form.js'
import { embeddedView } from './http/embedded-view.js'
import { encodingForm } from './http/encoding-form.js'
import { fetchCombination } from './http/fetch-combination.js'
import { hintBrands } from './http/hint-brands.js'
import { hintFullVersion } from './http/hint-full-version.js'
import { hintPlatform } from './http/hint-platform.js'
import { hintPresence } from './http/hint-presence.js'
import { knownAgent } from './http/known-agent.js'
import { languageForm } from './http/language-form.js'
import { languageWeights } from './http/language-weights.js'
import { libraryShape } from './http/library-shape.js'
import { userAgentProgram } from './http/user-agent-program.js'
import { versionExisted } from './http/version-existed.js'
import { wireOrder } from './http/wire-order.js'
import { networkFacts } from './network-facts.js'

/**
 * What is observed of any request, by whoever made it and whoever describes it: a visit, a script's call, an app's. `index.ts` holds
 * those of requests that our own page makes, of which more is known; what an address and its TLS say is observed of both.
 */
export const requestFacts = [
  userAgentProgram,
  knownAgent,
  versionExisted,
  hintPresence,
  hintBrands,
  hintPlatform,
  hintFullVersion,
  languageForm,
  languageWeights,
  acceptForm,
  encodingForm,
  fetchCombination,
  wireOrder,
  libraryShape,
  embeddedView,
  ...networkFacts,
] as const satisfies readonly Fact[]
