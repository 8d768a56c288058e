import type { Fact } from './fact.js'
import { anonymiser } from './network/anonymiser.js'
import { datacenter } from './network/datacenter.js'
import { foreignLanguage } from './network/foreign-language.js'
import { tlsClaim } from './network/tls-claim.js'
import { tlsLibrary } from './network/tls-library.js'

/** What is observed of where a request comes from and how its TLS is spoken, whether it came here or somebody describes it. */
export const networkFacts = [datacenter, anonymiser, foreignLanguage, tlsLibrary, tlsClaim] as const satisfies readonly Fact[]
