import type { BuildingBlock } from './building-block.ts'

const both = ['subsidy-decision', 'cooperation'] as const

/** Article 6 of the scheme, as the guide gives it (§ 5.1). */
const fiveIndicators: readonly string[] = [
  'het bedrag dat is besteed',
  'het bedrag dat wordt doorgeschoven naar het volgende jaar',
  'het aantal informatiepunten dat de gemeente financiert',
  'het aantal vragen dat in het jaar bij de informatiepunten in de gemeente is behandeld',
  'het aantal leermiddelen dat is gebruikt (het aantal leermiddelen, niet het aantal deelnemers)',
]

/** How it is shown what was reached, and how parties stay in touch. */
export const resultBlocks: readonly BuildingBlock[] = [
  {
    key: 'accountability',
    title: 'Resultaten en verantwoording',
    about: 'Welke cijfers de bibliotheek geeft, en wanneer.',
    guide: '§ 5.1 (artikel 6 van de regeling) en § 5.2.5, Resultaten en verantwoording',
    covers: ['way-of-accounting', 'reach-satisfaction-referrals'],
    kinds: both,
    usual: true,
    blanks: [
      {
        key: 'figures-day',
        label: 'De bibliotheek levert de cijfers over een jaar uiterlijk op',
        mark: 'dag en maand',
        kind: 'line',
        hint: 'Dag en maand in het jaar erna, bijvoorbeeld 1 maart.',
      },
      {
        key: 'interim',
        label: 'Wanneer er tussendoor cijfers zijn',
        kind: 'line',
        optional: true,
        hint: 'Bijvoorbeeld: na elk kwartaal.',
      },
    ],
    members: [
      {
        text: 'De bibliotheek geeft de gemeente uiterlijk op {figures-day} na afloop van het jaar wat deze nodig heeft voor haar eigen verantwoording. Dat zijn:',
        items: fiveIndicators,
      },
      'Tussentijdse cijfers komen er: {interim}.',
      'De bibliotheek vertelt daarbij hoe tevreden bezoekers waren en hoe vaak is doorverwezen, zo ver als dat geteld is, en wat de medewerkers opviel.',
      'De bibliotheek bevestigt dat haar cijfers kloppen. Blijkt later dat een cijfer anders is, dan meldt zij dat.',
    ],
  },
  {
    key: 'registration',
    title: 'Landelijke registratie en monitor',
    about: 'Meedoen aan de landelijke registratie en aan de monitor van de VNG.',
    guide: '§ 5.2.5, Resultaten en verantwoording, en § 6.1.2',
    covers: ['national-registration', 'monitor'],
    kinds: both,
    usual: true,
    blanks: [],
    members: [
      'De informatiepunten houden elke vraag bij op de manier die landelijk is afgesproken, en blijven meedoen aan de landelijke registratie. Zo is te zien hoe de informatiepunten zich verhouden tot het gemiddelde van Nederland.',
      'De bibliotheek en de gemeente doen mee aan de monitor van de VNG en aan onderzoek van het rijk naar de informatiepunten.',
    ],
  },
  {
    key: 'contacts',
    title: 'Contactpersonen en overleg',
    about: 'Wie bij de gemeente en bij de bibliotheek het aanspreekpunt is, en hoe vaak zij praten.',
    guide: '§ 5.2.3 en bijlage II',
    covers: ['contact-person', 'progress-and-evaluation'],
    kinds: ['subsidy-decision'],
    usual: true,
    blanks: [
      {
        key: 'municipality-person',
        label: 'Contactpersoon van de gemeente',
        mark: 'contactpersoon van de gemeente',
        kind: 'line',
        hint: 'Naam en functie. Een functie alleen mag ook: dan verandert de tekst niet als iemand vertrekt.',
      },
      {
        key: 'library-person',
        label: 'Contactpersoon van de bibliotheek',
        mark: 'contactpersoon van de bibliotheek',
        kind: 'line',
      },
      {
        key: 'talks',
        label: 'Hoe vaak zij overleggen',
        mark: 'hoe vaak',
        kind: 'line',
        usual: 'vier keer per jaar',
      },
      {
        key: 'alderman-talk',
        label: 'Overleg met de wethouder',
        kind: 'line',
        optional: true,
        hint: 'Bijvoorbeeld: een keer per jaar, in het najaar.',
      },
    ],
    members: [
      'Aanspreekpunt voor de gemeente is {municipality-person}. Aanspreekpunt voor de bibliotheek is {library-person}. Verandert dat, dan laten partijen het elkaar weten en dragen zij het werk over.',
      'Zij overleggen {talks} over de voortgang: de cijfers, wat de medewerkers opvalt, de samenwerking met partners en wat er verandert.',
      'Overleg met de wethouder: {alderman-talk}.',
      'Ziet de bibliotheek dat inwoners vastlopen op een dienst van de gemeente, dan meldt zij dat. De gemeente zegt wat zij ermee doet. Verandert de gemeente een digitale dienst, dan vertelt zij dat de informatiepunten op tijd.',
    ],
  },
  {
    key: 'review',
    title: 'Evaluatie en wijziging',
    about: 'Wanneer partijen terugkijken, en hoe zij iets veranderen.',
    guide: 'bijlage II (voortgangsoverleg en evaluatie)',
    covers: ['progress-and-evaluation'],
    kinds: both,
    usual: true,
    blanks: [],
    members: [
      'Partijen kijken op {review} samen terug: wat is bereikt, wat kan beter, en moet er iets veranderen?',
      {
        text: 'Partijen kijken elk jaar samen terug: wat is bereikt, wat kan beter, en moet er iets veranderen?',
        without: 'review',
      },
      {
        text: 'Het college kan dit besluit wijzigen of intrekken in de gevallen die staan in de artikelen 4:48 tot en met 4:50 van de Algemene wet bestuursrecht. Het spreekt daar eerst over met de bibliotheek.',
        only: 'subsidy-decision',
      },
      {
        text: 'Deze overeenkomst verandert alleen als alle partijen dat schriftelijk afspreken. Vraagt een partij om een wijziging, dan praten partijen daar binnen zes weken over.',
        only: 'cooperation',
      },
      {
        text: 'Vindt een partij dat een ander zich niet aan de afspraken houdt, dan bespreken de contactpersonen dat eerst. Komen zij er niet uit, dan praten de bestuurders. Lukt ook dat niet, dan kan elke partij naar de rechter.',
        only: 'cooperation',
      },
    ],
  },
]
