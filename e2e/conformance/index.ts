import { botectBackend } from './botect/backend.js'
import { botectControl } from './botect/control.js'
import { botectCredentials } from './botect/credentials.js'
import { botectIngest } from './botect/ingest.js'
import { botectIngestGrammar } from './botect/ingest-grammar.js'
import { botectRules } from './botect/rules.js'
import { botectScoring } from './botect/scoring.js'
import { botectVerdict } from './botect/verdict.js'
import { crossCutting } from './cross-cutting/cross-cutting.js'
import { labAccount } from './detection-lab/account.js'
import { labCommon } from './detection-lab/common.js'
import { labEvents } from './detection-lab/events.js'
import { labScore } from './detection-lab/score.js'
import { labSessions } from './detection-lab/sessions.js'
import { labVerify } from './detection-lab/verify.js'
import { dipPage } from './detectip/page.js'
import { dipVerdict } from './detectip/verdict.js'
import type { Item } from './harness/item.js'
import { nbpProbe } from './nobotspls/probe.js'
import { nbpScore } from './nobotspls/score.js'
import { botectSamples } from './samples/botect.js'
import { detectionLabSamples } from './samples/detection-lab.js'
import { detectipSamples } from './samples/detectip.js'
import { nobotsplsSamples } from './samples/nobotspls.js'
import { itemOf } from './samples/sample.js'
import { yebSamples } from './samples/yeb.js'
import { yebDetect } from './yeb/detect.js'
import { yebKeys } from './yeb/keys.js'
import { yebRanges } from './yeb/ranges.js'

/** Every item, in the order in which they run. */
export const items: readonly Item[] = [
  ...crossCutting,
  ...botectCredentials,
  ...botectIngest,
  ...botectIngestGrammar,
  ...botectVerdict,
  ...botectScoring,
  ...botectRules,
  ...botectControl,
  ...botectBackend,
  ...labCommon,
  ...labEvents,
  ...labScore,
  ...labAccount,
  ...labVerify,
  ...labSessions,
  ...nbpScore,
  ...nbpProbe,
  ...dipVerdict,
  ...dipPage,
  ...yebDetect,
  ...yebRanges,
  ...yebKeys,
  ...[botectSamples, detectionLabSamples, nobotsplsSamples, detectipSamples, yebSamples].flat().map(itemOf),
]
