import {
  context,
  ProxyTracerProvider,
  propagation,
  SpanKind,
  SpanStatusCode,
  type TextMapGetter,
  type Tracer,
  trace,
} from '@opentelemetry/api'
import { unwatched } from '../core/observer.js'
import type { Answer } from '../create-listener.js'
import type { Telemetry } from './telemetry.js'

const NAME = 'vouchsafe'

/** @returns undefined where nobody has registered what spans are given to (`node --import ./otel.mjs`): then none are made. */
export function findTracer(): Tracer | undefined {
  const provider = trace.getTracerProvider()
  const isThere = !(provider instanceof ProxyTracerProvider) || provider.getDelegateTracer(NAME) !== undefined
  return isThere ? trace.getTracer(NAME) : undefined
}

/** Of the headers that a trace goes on by (https://www.w3.org/TR/trace-context/). Never `baggage`: it would go where we go. */
const CARRIED = ['traceparent', 'tracestate']
const getter: TextMapGetter<Headers> = {
  get: (headers, name) => (CARRIED.includes(name) ? (headers.get(name) ?? undefined) : undefined),
  keys: () => CARRIED,
}

/** Milliseconds since 1970, with fractions. */
const now = (): number => performance.timeOrigin + performance.now()

/**
 * A span for each request, from its coming. Its address is no part of it: that may name a visitor.
 * @param isBehindProxy then of the trace that it says it belongs to; else strangers would say what is recorded
 */
export const traceRequests =
  (tracer: Tracer, answer: Answer, isBehindProxy: boolean): Answer =>
  async (request, env) => {
    const parent = isBehindProxy ? propagation.extract(context.active(), request.headers, getter) : context.active()
    const span = tracer.startSpan('request', { kind: SpanKind.SERVER, startTime: now() - (env?.wait?.ms ?? 0) }, parent)
    try {
      return await context.with(trace.setSpan(parent, span), () => answer(request, env))
    } finally {
      span.end(now())
    }
  }

/** Names of attributes: https://opentelemetry.io/docs/specs/semconv/http/http-spans/, and `vouchsafe.*`. */
export function traceTelemetry(tracer: Tracer): Telemetry {
  return {
    challenged: () => undefined,
    submitted() {
      const parent = context.active()
      const span = trace.getSpan(parent)
      if (!span?.isRecording()) return unwatched
      let last = now()
      return {
        lap(stage) {
          const startTime = last
          last = now()
          tracer.startSpan(stage, { startTime }, parent).end(last)
        },
        of: () => undefined,
        verified: () => undefined,
        asked: () => void span.setAttribute('vouchsafe.asked', true),
        ended: (action) => void span.setAttribute('vouchsafe.action', action),
        rejected: (reason) => void span.setAttribute('vouchsafe.reason', reason),
      }
    },
    answered({ id, route, method, status }) {
      const span = trace.getActiveSpan()
      if (!span) return
      span.updateName(`${method} ${route}`)
      span.setAttributes({
        'http.request.method': method,
        'http.route': route,
        'http.response.status_code': status,
        'vouchsafe.request_id': id,
      })
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
    },
  }
}
