import type { EpochSeconds } from '../../../shared/units.js'
import type { Project, ProjectSettings, Projects, Revocations, RuleBook, Settings, StoredSecret, Stores } from '../ports.js'
import { createMemory, type Memory } from './create-memory.js'
import { onceASecond } from './once-a-second.js'

/** Whatever became of a change, what was found before it counts no more. */
async function forgetting<T>(change: Promise<T>, ...memories: readonly Memory<unknown>[]): Promise<T> {
  try {
    return await change
  } finally {
    for (const memory of memories) memory.clear()
  }
}

function rememberProjects(projects: Projects, clock: () => EpochSeconds): Projects {
  const bySiteKey = createMemory<Project>(clock)
  const byId = createMemory<Project>(clock)
  const secrets = createMemory<StoredSecret>(clock)
  return {
    create: (project, secret) => forgetting(projects.create(project, secret), bySiteKey, byId, secrets),
    bySiteKey: (siteKey) => bySiteKey.find(siteKey, () => projects.bySiteKey(siteKey)),
    byId: (id) => byId.find(id, () => projects.byId(id)),
    list: () => projects.list(),
    change: (id, changes) => forgetting(projects.change(id, changes), bySiteKey, byId),
    secretByLookup: (lookup) => secrets.find(lookup, () => projects.secretByLookup(lookup)),
    replaceSecret: (secret) => forgetting(projects.replaceSecret(secret), secrets),
  }
}

function rememberSettings(settings: Settings, known: Memory<ProjectSettings>): Settings {
  return {
    // They are always there.
    of: async (projectId) => (await known.find(projectId, () => settings.of(projectId)))!,
    change: (projectId, changes) => forgetting(settings.change(projectId, changes), known),
    enableScoring: (projectId, now) => forgetting(settings.enableScoring(projectId, now), known),
  }
}

/** Rules themselves are kept compiled, by the `rev` of the settings: with each change that one has to be read anew. */
function followRules(rules: RuleBook, known: Memory<ProjectSettings>): RuleBook {
  return {
    list: (projectId) => rules.list(projectId),
    add: (rule) => forgetting(rules.add(rule), known),
    remove: (projectId, id) => forgetting(rules.remove(projectId, id), known),
    replace: (rule) => forgetting(rules.replace(rule), known),
  }
}

/** There is one list, and whoever fetches it needs all of it. */
function rememberRevocations(revocations: Revocations, clock: () => EpochSeconds): Revocations {
  const known = createMemory<readonly string[]>(clock)
  return {
    add: (...revocation) => forgetting(revocations.add(...revocation), known),
    list: async (now) => (await known.find('all', () => revocations.list(now)))!,
  }
}

/**
 * The same stores for a server: what every request asks for (projects, their private keys, settings, what is revoked, whether the store answers) is looked up once a second. What this
 * process changes counts at once, what others change within that second.
 */
export function rememberStores(stores: Stores, clock: () => EpochSeconds): Stores {
  const settings = createMemory<ProjectSettings>(clock)
  return {
    ...stores,
    projects: rememberProjects(stores.projects, clock),
    settings: rememberSettings(stores.settings, settings),
    rules: followRules(stores.rules, settings),
    revocations: rememberRevocations(stores.revocations, clock),
    // Anybody may ask whether a server is ready.
    check: onceASecond(stores.check, clock),
  }
}
