/**
 * Units as types. A plain number is accepted anywhere, but a quantity of one unit is not accepted where another is asked for:
 * `Ms` where `EpochSeconds` is wanted does not compile. LLRs are in nats, and **a positive LLR speaks for a bot**.
 */
type Unit<Name extends string> = number & { readonly unit?: Name }

/** A span of time, in milliseconds. */
export type Ms = Unit<'ms'>
/** A span of time, in whole seconds. */
export type Seconds = Unit<'s'>
/** A moment: seconds since 1970-01-01T00:00:00Z (the `NumericDate` of RFC 7519). */
export type EpochSeconds = Unit<'epoch s'>
/** A length in CSS pixels. */
export type Px = Unit<'px'>
/** A share of a whole, from 0 to 1. */
export type Share = Unit<'share'>
/** A natural-log likelihood ratio ln P(seen | bot) − ln P(seen | person). Positive speaks for a bot. */
export type Llr = Unit<'nat'>
/** A probability, from 0 to 1. */
export type Probability = Unit<'probability'>
