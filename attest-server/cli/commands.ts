import { clock } from '../compose/compose-deps.js'
import { composeProofs } from '../compose/compose-proofs.js'
import type { Config } from '../config.js'
import { adoptProjects, createAccount, makeToken, setAccount, showAccount } from './account.js'
import { setPassword } from './account-password.js'
import type { Answer } from './answer.js'
import { createKey, listApiKeys, revokeKey } from './api-key.js'
import { backupStore, restoreStore } from './backup.js'
import { check } from './check.js'
import { exportCrawlers, refreshCrawlers } from './crawlers.js'
import type { Desk } from './desk.js'
import { examine } from './doctor/examine.js'
import { importFolder } from './import.js'
import { listKeys, rotateKey } from './key.js'
import { migrateDatabase } from './migrate.js'
import type { CommandName, Options } from './parse-arguments.js'
import { createProject, listProjects, rotateProjectKey, setProject } from './project.js'
import { revokeNamed } from './revoke.js'
import { addNewRule, confirmBrakedRule, listRules, previewDraft, removeRule, setRule } from './rules.js'
import { setSettings, showSettings, showUsage, turnScoringOn } from './scoring.js'
import { addException, deleteSession, listExceptions, removeException } from './visitors.js'

type Perform = (options: Options, desk: Desk, config: Config) => Promise<Answer>

const projectDesk = ({ stores, place }: Desk) => ({ projects: stores.projects, place })
const isOfApi = ({ project, email }: Options): boolean => project !== undefined || email !== undefined

/** Whoever asks for the lists to be fetched has said that they may be, whatever the server's settings say. */
const crawlersOf = ({ stores }: Desk, config: Config, crawlerFeeds: boolean) =>
  composeProofs({ ...config, crawlerFeeds, agents: 'off' }, stores, () => null, clock).crawlers

type BareCommand = 'backup' | 'doctor' | 'import' | 'migrate' | 'restore'
export type StoreCommand = Exclude<CommandName, 'help' | 'version' | BareCommand>

/** What each command does that comes before there are stores, or looks at why there are none. */
export const bareCommands: Readonly<Record<BareCommand, (options: Options, config: Config) => Promise<Answer>>> = {
  backup: backupStore,
  doctor: (_, config) => examine(config),
  import: importFolder,
  migrate: migrateDatabase,
  restore: restoreStore,
}

export const isBare = (name: CommandName): name is BareCommand => Object.hasOwn(bareCommands, name)

/** What each command that needs the store does. */
export const commands: Readonly<Record<StoreCommand, Perform>> = {
  serve: (_, __, config) => check(config),
  'project create': (options, desk) => createProject(options, projectDesk(desk)),
  'project list': (_, desk) => listProjects(projectDesk(desk)),
  'project set': (options, desk) => setProject(options, projectDesk(desk)),
  'project rotate-key': (options, desk) => rotateProjectKey(options, projectDesk(desk)),
  'key list': (options, desk) => (isOfApi(options) ? listApiKeys(options, desk) : listKeys(desk.stores.signingKeys)),
  'key rotate': (options, desk, config) => rotateKey(options, desk.stores, config.signingAlgorithm),
  'key create': createKey,
  'key revoke': revokeKey,
  'account create': createAccount,
  'account token': makeToken,
  'account show': showAccount,
  'account adopt': adoptProjects,
  'account set': setAccount,
  'account password': setPassword,
  'settings show': showSettings,
  'settings set': setSettings,
  'scoring enable': turnScoringOn,
  'rules list': listRules,
  'rules add': addNewRule,
  'rules set': setRule,
  'rules remove': removeRule,
  'rules confirm': confirmBrakedRule,
  'rules preview': previewDraft,
  'exceptions list': listExceptions,
  'exceptions add': addException,
  'exceptions remove': removeException,
  revoke: revokeNamed,
  'session delete': deleteSession,
  'usage show': showUsage,
  'crawlers export': (_, desk, config) => exportCrawlers(crawlersOf(desk, config, false)),
  'crawlers refresh': (_, desk, config) => refreshCrawlers(crawlersOf(desk, config, true)),
}
