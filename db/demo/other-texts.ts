import type { Chance } from './chance.ts'

/**
 * What people at a desk type beside 'other', as the guide says it hides: explaining telephones, installing apps, printing (§ 2.2.2).
 * The subjects are attested there; how often each is typed, and every wording, is made up.
 */
const subjects: readonly (readonly [weight: number, wordings: readonly string[]])[] = [
  [
    14,
    [
      'printen',
      'document printen',
      'print gemaakt',
      'geprint',
      'printer',
      'bijlage printen',
      'printen vanaf telefoon',
    ],
  ],
  [
    12,
    [
      'app geïnstalleerd',
      'app installeren',
      'apps downloaden',
      'app gedownload',
      'DigiD app geïnstalleerd',
      'app op telefoon gezet',
    ],
  ],
  [
    11,
    [
      'telefoon uitgelegd',
      'uitleg telefoon',
      'nieuwe telefoon instellen',
      'instellingen telefoon',
      'smartphone uitleg',
    ],
  ],
  [
    9,
    [
      'WhatsApp',
      'whats app instellen',
      'whatsapp uitgelegd',
      'whatsapp op nieuwe telefoon',
      'foto sturen via whatsapp',
    ],
  ],
  [8, ['e-mail', 'email ingesteld', 'mail versturen', 'mailbox', 'e-mail met bijlage', 'gmail account']],
  [6, ['kopiëren', 'kopie gemaakt', 'kopietje', 'kopiëren paspoort']],
  [6, ['OV-chipkaart', 'ov chipkaart opladen', 'ov-chipkaart aanvragen', 'saldo ov chipkaart']],
  [5, ['scannen', 'document scannen', 'gescand en gemaild', 'scan gemaakt']],
  [5, ['wachtwoord vergeten', 'wachtwoord opnieuw ingesteld', 'wachtwoord gewijzigd']],
  [4, ['formulier ingevuld', 'formulier nagekeken', 'formulier printen', 'hulp bij formulier']],
  [4, ['foto’s overzetten', 'foto’s van telefoon halen', 'pasfoto uploaden']],
  [4, ['treinkaartje kopen', 'treinreis plannen', 'treinkaartje', 'treintijden opgezocht']],
  [3, ['wifi', 'wifi verbinden', 'wifi code gegeven']],
  [2, ['samen gebeld', 'klantenservice gebeld', 'gebeld met gemeente']],
]

/** What is typed once or twice: most of it never becomes an answer of its own. */
const things =
  'laptop,fotoboek,e-reader,rijbewijs,museumkaart,bibliotheekpas,vakantie,puzzel,cursus,laadpaal,bril,hoortoestel,kaart,kalender,muziek,recept,krant,parkeren,verhuizing,testament,scooter,tuin,hond,fiets,concert,ticket,marktplaats,facebook,nieuws,stamboom,vertaling,brief,contract,abonnement,alarm,agenda,usb-stick,toetsenbord,muis,beeldscherm'.split(
    ',',
  )
const acts =
  'besteld,bekeken,opgezocht,uitgezocht,aangevraagd,opgezegd,verkocht,gemaakt,besproken,gerepareerd,gevonden,doorgenomen'.split(
    ',',
  )

const before = ['hulp met ', 'hulp bij ', 'samen ', 'uitleg over ', 'vraag over ']
const behind = ['!', '.', ' (lukte)', ' op afspraak', ' gedaan']
const letters = 'abcdefghijklmnoprstuvwz'

/** One text, always the same for the same chance: one in five of its own kind, one in eight with a typing error. */
export function otherText(chance: Chance): string {
  if (chance.happens(0.2)) return `${chance.one(things)} ${chance.one(acts)}`
  const weights = Object.fromEntries(subjects.map(([weight], at) => [at, weight]))
  const wording = chance.one(subjects[Number(chance.byWeight(weights))]?.[1] ?? ['printen'])
  const lead = chance.happens(0.2) ? chance.one(before) : ''
  const tail = chance.happens(0.12) ? chance.one(behind) : ''
  return `${lead}${chance.happens(0.125) ? misspelt(chance, wording) : wording}${tail}`
}

/** With a letter left out, doubled, swapped or wrong in its longest word; the first letter is right. */
function misspelt(chance: Chance, text: string): string {
  const longest = text.split(' ').reduce((one, other) => (other.length > one.length ? other : one), '')
  if (longest.length < 6) return text
  const at = chance.whole(1, longest.length - 2)
  const [begin, letter = '', next = '', end] = [
    longest.slice(0, at),
    longest[at],
    longest[at + 1],
    longest.slice(at + 2),
  ]
  const wrong = chance.one([
    begin + next + end,
    begin + letter + letter + next + end,
    begin + next + letter + end,
    begin + chance.one([...letters]) + next + end,
  ])
  return text.replace(longest, wrong)
}
