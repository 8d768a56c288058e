import { err, ok, type Result } from '../../shared/result.js'
import { LOOPBACK, parseOrigin } from '../core/checks/origin.js'
import type { ProjectChanges } from '../stores/ports.js'
import type { Options } from './parse-arguments.js'

function parseName(name: string): Result<ProjectChanges, string> {
  const isName = name.trim() !== '' && name.length <= 100
  return isName ? ok({ name: name.trim() }) : err('--name must have 1 to 100 characters.')
}

function parseOrigins(origins: readonly string[]): Result<ProjectChanges, string> {
  const wrong = origins.find((origin) => origin !== LOOPBACK && !parseOrigin(origin))
  if (wrong === undefined) return ok({ origins: [...new Set(origins)] })
  return err(`--origin must be an exact origin such as https://shop.example (no path, no slash at the end) or "loopback", not "${wrong}".`)
}

function parseContact(contact: string): Result<ProjectChanges, string> {
  const isContact = /^(mailto:[^\s<>"]+@[^\s<>"]+|https:\/\/[^\s<>"]+)$/.test(contact) && contact.length <= 500
  return isContact ? ok({ contact }) : err(`--contact must be a mailto: or https: address, not "${contact}".`)
}

const parseSwitch =
  (name: 'enforce' | 'noscript') =>
  (value: string): Result<ProjectChanges, string> =>
    value === 'on' || value === 'off' ? ok({ [name]: value === 'on' }) : err(`--${name} must be on or off, not "${value}".`)

const parseIf = <T>(value: T | undefined, parse: (value: T) => Result<ProjectChanges, string>): Result<ProjectChanges, string> =>
  value === undefined ? ok({}) : parse(value)

/** @returns what the options say of a project, or every fault in them. */
export function parseProjectSettings(options: Options): Result<ProjectChanges, readonly string[]> {
  const parts = [
    parseIf(options.name, parseName),
    parseIf(options.origin, parseOrigins),
    parseIf(options.enforce, parseSwitch('enforce')),
    parseIf(options.noscript, parseSwitch('noscript')),
    parseIf(options.contact, parseContact),
  ]
  const faults = parts.flatMap((part) => (part.ok ? [] : [part.error]))
  if (faults.length > 0) return err(faults)
  return ok(Object.assign({}, ...parts.map((part) => (part.ok ? part.value : {}))) as ProjectChanges)
}
