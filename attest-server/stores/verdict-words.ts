/**
 * Observations in the order in which a record has them, as most visits give them: `id=value`, `id=` for any number, `id` where it is unsupported.
 * Records in stores were packed with these words. Never change them: records of a card that has moved on are a little larger, and where that is too much,
 * other words want another mark (`pack-verdict.ts`).
 */
const SEEN = `
  tell.webdriver=false tell.headless=false tell.chromedriver-globals=false tell.automation-bindings=false tell.playwright-preview=false
  tell.runtime-enabled=false tell.worker-user-agent=false tell.platform=false tell.engine=false tell.dom-emulated=0 tell.brands=false
  tell.hints-platform=false tell.webdriver-missing=false tell.driver-globals=0 tell.driver-stack=false tell.declared=false
  tell.worker-platform=false tell.worker-languages=false tell.hardened=0 tell.whole-milliseconds=false tell.reduced-motion=false
  tell.frame-webdriver=false tell.frame-identity=false tell.notification-permission=false tell.navigator-natives=0 tell.frame-natives=0
  tell.no-layout=false tell.document-fulfilled=false tell.worker-cores=false tell.worker-timezone=false tell.shared-worker=false
  tell.shared-headless=false tell.hints-details=false tell.mobile-hint=false tell.touch-claim=false tell.locale=false tell.graphics-system=false
  tell.software-graphics=false tell.features-off=0 tell.document-own=false tell.navigator-own=0 tell.console-wrapped=false tell.function-proxy=false
  tell.plugins=false tell.viewport-larger=false tell.window-beyond-screen=false tell.screen-orientation=false tell.screen-media=false
  tell.pointer-none=false tell.scrollbar-none=false tell.container=0 tell.console-cost=false tell.ipc-flood=false tell.focus-twice=false
  tell.input-natives=0 input.movement-path-efficiency= input.movement-bow= input.movement-speed-variation= input.movement-speed-peaks=
  input.movement-turn-entropy= input.movement-speed-entropy= input.movement-even-steps= input.movement-coalescing=1 input.press-teleports
  input.press-hover= input.press-dwell= input.press-dwell-spread input.press-centred=0 input.press-pressureless=0 input.key-dwell=
  input.key-dwell-spread= input.key-interval= input.key-interval-spread= input.key-shiftless=0 input.input-keyless=0 input.wheel-scrolls
  input.wheel-inconsistent input.submit-handless=0 input.strokes=3 input.pointer-kind=1 input.sampling=16.3333 input.clock-step=0
  input.movement-lateral-deviation= input.movement-chord-crossings input.movement-curvature= input.movement-straight-share
  input.movement-peak-position= input.movement-peak-spread input.movement-acceleration-asymmetry= input.movement-step-entropy=
  input.movement-speed-autocorrelation= input.movement-sample-entropy= input.movement-jerk= input.movement-smoothness= input.movement-tremor=
  input.movement-power-law= input.movement-curve-residual= input.movement-repetition=0 input.movement-approach= input.movement-overshoot
  input.movement-scaling input.movement-duration-spread input.movement-interval-variation= input.movement-pause-spread input.press-landing=
  input.press-hover-spread input.press-offset-spread input.press-fractional=0 input.press-unfocused=0 input.press-scrolled=0 input.press-throughput=
  input.press-fitts input.click-untrusted input.key-interval-log-spread= input.key-rollover= input.key-shift-unflagged input.key-charless
  input.key-split input.input-bulk=0 input.input-corrections=0 input.wheel-synthesized input.wheel-interval-spread input.wheel-burst
  input.wheel-reversals input.scroll-handless input.reading-pace input.touch-hardwareless input.touch-dwell input.still-gaps input.action-gap-spread
  input.movement-glide-variation= input.movement-glide-entropy= input.movement-glide-peaks= input.movement-glide-straight=
  input.movement-glide-change= input.glides= input.pen-pressureless input.touch-centred http.fetch-metadata=0 http.user-agent-library=0
  http.user-agent-engine=0 http.accept-language=0 http.client-hints=0 http.header-order http.contradictions=0 pow.credit=1 pow.pace=
  device.assurance=0 device.age= device.pace=1 device.sessions=1 device.parallel=1 device.networks=1 device.agents=1 device.overlap=0
  session.round=0 session.evidence-pace=1 session.answered=0 session.silence=0 session.network-pace=1 session.system-pace session.repeats=0
  session.crowd net.datacenter net.anonymiser net.foreign-language net.tls-library net.tls-claim visit.sign-up=true visit.seconds= visit.pause=
  visit.moves= visit.presses= visit.scrolls=0 visit.pastes=1 visit.submits=2 visit.untrusted=0 visit.keys= visit.inputs=
`

function observation(word: string): string {
  const [id, value] = word.split('=')
  if (value === undefined) return `{"id":"${id}","state":"unsupported"}`
  return `{"id":"${id}","state":"ok","value":${value === '' ? '0.' : `${value}}`}`
}

const contribution = (family: string): string =>
  ['-0.', '0.']
    .map((llr) => `{"id":"${family === 'typing' ? 'input.key-' : `input.${family}-`}","family":"${family}","llr":${llr}`)
    .join('},')

/** What a record begins with, its contributions, and what comes between. */
const HEAD = `{"jti":"","reference":"","projectId":"prj_","session":"sess_","issuedAt":1,"action":"challenge","action":"block","action":"allow",\
"posterior":0.9,"posterior":0.0,"band":"automated","band":"uncertain","band":"human","assurance":"unsigned","assurance":"signed","origin":"https://www.\
","pageAction":"","round":0,"paid":true,"card":"server-2+client-1","llr":-3,"families":{"movement":-0.,"press":-0.,"typing":-0.5,"work":-0.2,"http":0.\
,"network":0.,"device":0.,"environment":0.},"overlap":0.,"givenBack":0.},"hard":["webdriver"],"kind":{"family":"","label":"","confidence":0.},\
"country":"US","appraised":"challenge","deferred":true,"decided":{"reason":"","rule":{"id":"rule_","name":""},"by":"rule"},"noted":[],"contributions":[`

const CONTRIBUTIONS = `${['press', 'typing'].map(contribution).join('},')}},{"id":"pow.credit","family":"work","llr":-0.2},{"id":"input.movement-\
","when":[{"id":"input.glides","from":0,"below":24}],"family":"movement","llr":-0.3}],"counterfactuals":[{"without":"","action":"allow"}],"observations":[\
{"id":"tell.","state":"failed","reason":"timeout"},{"id":"tell.","state":"failed","reason":"not-asked"},{"id":"tell.","state":"unsupported"},`

/** What nearly every record holds: deflate writes down where it stands here, and not what it says (RFC 1951 has 32 KB of it; this is a third). */
export const VERDICT_WORDS = Buffer.from(HEAD + CONTRIBUTIONS + SEEN.trim().split(/\s+/).map(observation).join(','))
