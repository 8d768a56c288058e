import { html } from 'hono/html'
import { box } from './art/box.js'
import { closeForm, type FormState, field, openForm } from './field.js'
import type { Markup, Page } from './layout.js'

const contents = [
  '24 sheets of laid paper, 120 g',
  '12 lined envelopes',
  'One cedar pencil, sharpened',
  'A card with nine good first sentences',
]

/** The order, with its sums. */
export function orderForm(state: FormState = {}): Markup {
  const { typed } = state
  return html`<section class="card" aria-labelledby="order">
    <h2 id="order">Your order</h2>
    <table class="sums">
      <tbody>
        <tr><th scope="row">One Correspondence Box</th><td>€ 34.00</td></tr>
        <tr><th scope="row">Postage, slow</th><td>€ 4.50</td></tr>
      </tbody>
      <tfoot><tr><th scope="row">Together</th><td>€ 38.50</td></tr></tfoot>
    </table>
    ${openForm('/checkout', 'checkout', state)}
      ${field({ name: 'name', label: 'Name', autocomplete: 'name', value: typed?.name })}
      ${field({ name: 'email', label: 'E-mail', type: 'email', autocomplete: 'email', value: typed?.email })}
      ${field({ name: 'address', label: 'Street and number', autocomplete: 'street-address', value: typed?.address })}
      <div class="pair">
        ${field({ name: 'postcode', label: 'Postcode', autocomplete: 'postal-code', value: typed?.postcode, maxLength: 12 })}
        ${field({ name: 'city', label: 'Town', autocomplete: 'address-level2', value: typed?.city })}
      </div>
      <button type="submit">Order, and pay by invoice</button>
      <p class="hint">A demonstration: nothing is sent, and nothing is charged.</p>
    ${closeForm}
  </section>`
}

/** Something to buy. */
export function checkoutPage(state: FormState = {}): Page {
  const body = html`<div class="shop">
    <section class="product" aria-labelledby="product">
      ${box}
      <h1 id="product">The Correspondence Box</h1>
      <p class="standfirst">Everything for writing to somebody by hand, but for the courage.</p>
      <ul class="ticks">${contents.map((item) => html`<li>${item}</li>`)}</ul>
    </section>
    ${orderForm(state)}
  </div>`
  return { title: 'The Correspondence Box · The Slow Post', path: '/checkout', body, collector: { action: 'checkout' } }
}
