import { html } from 'hono/html'

/** Letter No. 41. */
export const article = html`<article class="letter">
  <header>
    <p class="kicker">Letter No. 41 <span aria-hidden="true">·</span> seven minutes</p>
    <h1>The last mile is walked</h1>
    <p class="standfirst">In the upper valley there is one house that no road reaches. Its post still arrives, six days a week, before the coffee is cold.</p>
  </header>
  <p class="opening">Marta Egli leaves the depot at ten to six with a bag that weighs, on an ordinary Tuesday, a little under nine kilograms. She knows this because she weighs it. Not for the company, which stopped asking, but for her knees, which did not. “Nine is conversation,” she says. “Eleven is silence.”</p>
  <p>For the first hour there is a van, and the van is warm. It stops at the sawmill, the school, and the three farms that share one letterbox because they share one grandmother. Then the tarmac ends at a gate, and behind the gate there is a path, and at the end of the path, two hundred and ten metres higher, there is a house with a blue door and a man called Anselm who is waiting for a seed catalogue.</p>
  <h2>What a minute is worth</h2>
  <p>Every few years somebody comes with a clipboard and a kind face to find out what Anselm costs. The figure is always larger than the stamp. A drone was tried in the spring of 2023. It carried a parcel of cheese to the blue door in four minutes, which was applauded, and came back in eleven pieces, which was not, because the wind in the upper valley keeps no timetable.</p>
  <p>What the clipboard does not have is a column for the rest of it. That Marta noticed, one February, that the shutters were closed at half past eight. That she carries down the hearing-aid batteries and carries up the news. That a man who is expected by somebody shaves.</p>
  <blockquote><p>A man who is expected by somebody shaves.</p></blockquote>
  <p>I walked with her for a week, badly. I learned to read the path by its stones: the flat one where you shift the bag from left to right, the white one where you can first see whether there is smoke. I learned that you do not say <em>nearly there</em> aloud. And I learned that there is nothing slow about it. Everything about the walk is exactly as quick as it can be while somebody still does it.</p>
  <h2>The sorting of things</h2>
  <p>There are letters that would do as well on a screen; Marta says so herself. The electricity bill does not gain by being carried. But in the same bag lie a christening photograph, a summons, a packet of foxglove seed, and a postcard of a harbour with four words on it. From the outside they weigh the same. The trick of the post is that nobody has to decide which of them matters before it is delivered.</p>
  <p>That may be the whole of it. A system that asks what is important before it moves will, in time, move only what is loud. The path goes up to the blue door for the seed catalogue on exactly the same terms as for the harbour.</p>
  <p>On the last morning it rained so that the path was a stream with opinions. Anselm had put out a second cup. On the table lay an envelope, addressed in pencil, for me to take down. It was eleven metres from my hand to his. He asked all the same that it should go by post.</p>
  <p class="signature">Until the next one,<br><span>Ilse Brandt</span></p>
</article>`
