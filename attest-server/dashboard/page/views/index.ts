import { Account } from './account.js'
import { Crawlers } from './crawlers.js'
import { Exceptions } from './exceptions.js'
import { Keys } from './keys.js'
import { Overview } from './overview.js'
import { Policy } from './policy.js'
import { EditRule } from './rule.js'
import { Rules } from './rules.js'
import { Session } from './session.js'
import { Sessions } from './sessions.js'
import { Usage } from './usage.js'
import type { View } from './view.js'
import { Webhooks } from './webhooks.js'

/** All views. The first whose pattern fits an address shows it. */
export const views: readonly View[] = [
  { pattern: '/account', menu: { group: 'You', words: 'Account' }, show: Account },
  { pattern: '/:project', menu: { group: 'Watch', words: 'Overview' }, show: Overview },
  { pattern: '/:project/sessions', menu: { group: 'Watch', words: 'Sessions' }, show: Sessions },
  { pattern: '/:project/sessions/:session', under: '/:project/sessions', show: Session },
  { pattern: '/:project/crawlers', menu: { group: 'Watch', words: 'Crawlers and agents' }, show: Crawlers },
  { pattern: '/:project/rules', menu: { group: 'Decide', words: 'Rules' }, show: Rules },
  { pattern: '/:project/rules/:rule', under: '/:project/rules', show: EditRule },
  { pattern: '/:project/policy', menu: { group: 'Decide', words: 'Policy' }, show: Policy },
  { pattern: '/:project/exceptions', menu: { group: 'Decide', words: 'Exceptions' }, show: Exceptions },
  { pattern: '/:project/keys', menu: { group: 'Connect', words: 'Keys' }, show: Keys },
  { pattern: '/:project/webhooks', menu: { group: 'Connect', words: 'Webhooks' }, show: Webhooks },
  { pattern: '/:project/usage', menu: { group: 'Connect', words: 'Usage' }, show: Usage },
]
