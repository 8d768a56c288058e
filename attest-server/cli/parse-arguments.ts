import { parseArgs } from 'node:util'
import { err, ok, type Result } from '../../shared/result.js'

/** Options by name, without their dashes. */
export interface Options {
  readonly name?: string
  readonly key?: string
  readonly type?: string
  readonly origin?: readonly string[]
  readonly enforce?: string
  readonly noscript?: string
  readonly contact?: string
  readonly email?: string
  readonly plan?: string
  readonly project?: readonly string[]
  readonly kind?: string
  readonly tier?: string
  readonly id?: string
  readonly expression?: string
  readonly action?: string
  readonly order?: string
  readonly active?: string
  readonly threshold?: string
  readonly 'allow-verified'?: string
  readonly 'protect-static'?: string
  readonly 'block-definite'?: string
  readonly 'challenge-likely'?: string
  readonly 'delay-enforcement'?: string
  readonly 'keep-movement'?: string
  readonly reference?: string
  readonly days?: string
  readonly session?: string
  readonly verdict?: string
  readonly device?: string
  readonly kid?: string
  readonly from?: string
  readonly file?: string
  readonly now?: boolean
  readonly merge?: boolean
  readonly force?: boolean
  readonly yes?: boolean
  readonly check?: boolean
  readonly json?: boolean
  readonly help?: boolean
  readonly version?: boolean
}

type OptionName = keyof Options

const kinds = {
  name: { type: 'string' },
  key: { type: 'string' },
  type: { type: 'string' },
  origin: { type: 'string', multiple: true },
  enforce: { type: 'string' },
  noscript: { type: 'string' },
  contact: { type: 'string' },
  email: { type: 'string' },
  plan: { type: 'string' },
  project: { type: 'string', multiple: true },
  kind: { type: 'string' },
  tier: { type: 'string' },
  id: { type: 'string' },
  expression: { type: 'string' },
  action: { type: 'string' },
  order: { type: 'string' },
  active: { type: 'string' },
  threshold: { type: 'string' },
  'allow-verified': { type: 'string' },
  'protect-static': { type: 'string' },
  'block-definite': { type: 'string' },
  'challenge-likely': { type: 'string' },
  'delay-enforcement': { type: 'string' },
  'keep-movement': { type: 'string' },
  reference: { type: 'string' },
  days: { type: 'string' },
  session: { type: 'string' },
  verdict: { type: 'string' },
  device: { type: 'string' },
  kid: { type: 'string' },
  from: { type: 'string' },
  file: { type: 'string' },
  now: { type: 'boolean' },
  merge: { type: 'boolean' },
  force: { type: 'boolean' },
  yes: { type: 'boolean' },
  check: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const satisfies Record<OptionName, object>

const settings: readonly OptionName[] = ['name', 'origin', 'enforce', 'noscript', 'contact']
const toggles: readonly OptionName[] = ['allow-verified', 'protect-static', 'block-definite', 'challenge-likely', 'delay-enforcement']
const rule: readonly OptionName[] = ['project', 'name', 'expression', 'action', 'order', 'active']

/** Every command with the options that it takes. */
const commands = {
  serve: ['check'],
  help: [],
  version: ['version'],
  doctor: [],
  migrate: ['check'],
  import: ['from', 'merge'],
  'project create': settings,
  'project list': [],
  'project set': ['key', ...settings],
  'project rotate-key': ['key', 'type'],
  'key list': ['project', 'email'],
  'key rotate': ['now'],
  'key create': ['kind', 'project', 'name', 'tier'],
  'key revoke': ['project', 'email', 'id'],
  'account create': ['email', 'name', 'plan', 'project'],
  'account token': ['email'],
  'account show': ['email'],
  'account adopt': ['email', 'project'],
  'account set': ['email', 'plan'],
  'account password': ['email', 'file'],
  'settings show': ['project'],
  'settings set': ['project', 'threshold', 'keep-movement', ...toggles],
  'scoring enable': ['project'],
  'rules list': ['project'],
  'rules add': ['yes', ...rule],
  'rules set': ['id', 'yes', ...rule],
  'rules remove': ['project', 'id'],
  'rules confirm': ['project', 'id'],
  'rules preview': ['id', ...rule],
  'exceptions list': ['project'],
  'exceptions add': ['project', 'reference', 'days'],
  'exceptions remove': ['project', 'reference'],
  revoke: ['project', 'verdict', 'session', 'device', 'kid'],
  'session delete': ['project', 'session'],
  'usage show': ['project'],
  'crawlers export': [],
  'crawlers refresh': [],
  backup: ['file'],
  restore: ['file', 'force'],
} as const satisfies Record<string, readonly OptionName[]>

export type CommandName = keyof typeof commands

export interface Command {
  readonly name: CommandName
  readonly options: Options
}

const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name)

function read(argv: readonly string[]): Result<{ readonly words: readonly string[]; readonly options: Options }, string> {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options: kinds, allowPositionals: true, strict: true })
    return ok({ words: positionals, options: values })
  } catch (error) {
    const [what = 'unknown option'] = (error as Error).message.split('. ')
    return err(`${what.replace(/\.$/, '')}.`)
  }
}

/** @returns the command, or what is wrong with the words in one line. */
export function parseArguments(argv: readonly string[]): Result<Command, string> {
  const parsed = read(argv)
  if (!parsed.ok) return parsed
  const { words, options } = parsed.value
  const name = words.join(' ')
  if (options.help || (words.length === 0 && !options.version)) return ok({ name: 'help', options })
  if (options.version && words.length === 0) return ok({ name: 'version', options })
  if (!isCommand(name)) return err(`There is no command "${name}".`)
  const allowed: readonly OptionName[] = commands[name]
  const stray = (Object.keys(options) as OptionName[]).find((option) => option !== 'json' && !allowed.includes(option))
  return stray === undefined ? ok({ name, options }) : err(`"vouchsafe ${name}" takes no --${stray}.`)
}
