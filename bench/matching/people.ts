import { randomFrom } from '../../src/people/matching/training/grow-trees.ts';
import type { NameRecord } from '../../src/people/matching/index.ts';

/** Given names of Morocco from general knowledge, the most frequent first, as written in Latin letters. */
const men =
  'Mohamed Ahmed Said Rachid Hassan Mustapha Abdellah Youssef Khalid Hamid Ali Omar Abdelkader Brahim Lahcen Aziz Jamal Abderrahim Hicham Driss Karim Abdelilah Noureddine Mehdi Ayoub Amine Hamza Anas Bilal Ismail Abdelaziz Abderrahman Abdelkrim Mbarek Houcine Nabil Samir Adil Redouane Soufiane Zakaria Othmane Reda Taoufik Larbi Miloud Bouchaib El_Houssine Fouad Tarik Yassine Badr Marouane Walid Abdelhak Abdelouahed Moulay_Ahmed Sidi_Mohamed Allal Kaddour Jilali Maati Mimoun Mohand Azzedine Salah Ilyas Younes Imad Jaouad Chakib Ghali Tayeb Abdeslam Abdelmajid Lhoussaine';
const women =
  'Fatima Khadija Aicha Malika Naima Rachida Nadia Karima Samira Latifa Zohra Fatima_Zahra Hanane Zineb Saida Amina Meryem Hafida Souad Jamila Najat Houda Ilham Sanae Salma Imane Sara Hajar Asmae Loubna Btissam Siham Bouchra Mina Rkia Fadma Yamna Habiba Halima Rahma Ghita Kawtar Oumaima Chaimae Nora Wafae Ikram Laila Hasna Touria Mounia Najia Fettouma Tlaitmas Mimouna Yamina Safia Hayat Ouarda Dounia Nisrine Rim Aya Doha';
const starts = ['El ', 'El ', 'El ', '', '', '', '', 'Ben ', 'Bou', 'Ait ', 'Ou', 'La'];
const roots = ['b', 'd', 'f', 'h', 'j', 'k', 'l', 'm', 'n', 'r', 's', 't', 'z', 'ch', 'gh', 'kh', 'q', 'ou', 'y'];
const shapes = [
  '1a2a3i',
  '1a22a3',
  '1a2i3',
  '1ou2a3i',
  '1a23i',
  '1a2i3i',
  'm1a2i3',
  '1a2ou3',
  '1i2a3',
  'm1ou23i',
  '1a2i',
  '1a2a3',
  '1ou2a3',
  't1a2i3',
  '1a23aoui',
  '1a2i3i',
];
const communes: [string, number][] = [
  ['02.411.01.23', 22],
  ['02.381.01.05', 10],
  ['02.113.01.09', 8],
  ['02.533.01.33', 8],
  ['02.265.01.03', 6],
];

/** Zipf's law: the first is drawn `1/1^s` often, the second `1/2^s`, and so on. */
function byRank(count: number, exponent: number, random: () => number): () => number {
  const until: number[] = [];
  let sum = 0;
  for (let rank = 1; rank <= count; rank++) {
    sum += rank ** -exponent;
    until.push(sum);
  }
  return () => {
    const at = random() * sum;
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((until[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/** Invented people with names as they are spread in Morocco: few given names, many families, a tenth born "on 1 January". */
export function inventPeople(count: number, families = 12_000): NameRecord[] {
  const random = randomFrom(1956);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const names = Array.from({ length: families }, () => {
    const shape = pick(shapes).replace(/\d/g, () => pick(roots));
    const name = pick(starts) + shape;
    return name.replace(/(^| )\p{L}/gu, (letter) => letter.toUpperCase());
  });
  const given = [men, women].map((list) => list.split(' ').map((name) => name.replace('_', ' ')));
  const [drawMan, drawWoman, drawFamily] = [
    byRank(given[0]?.length ?? 1, 0.8, random),
    byRank(given[1]?.length ?? 1, 0.8, random),
    byRank(families, 0.6, random),
  ];
  return Array.from({ length: count }, (): NameRecord => {
    const woman = random() < 0.5;
    const day =
      random() < 0.1
        ? '01-01'
        : `${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`;
    const town = random() * 100;
    let [at, place] = [0, `02.251.0${Math.floor(random() * 9)}.0${Math.floor(random() * 9)}`];
    for (const [code, share] of communes) {
      if (town >= at && town < at + share) place = code;
      at += share;
    }
    return {
      given: given[woman ? 1 : 0]?.[woman ? drawWoman() : drawMan()] ?? '',
      family: names[drawFamily()] ?? '',
      dob: `${1935 + Math.floor(random() * 85)}-${day}`,
      address: '',
      region: '',
      postcode: '',
      docId: '',
      place,
      sex: woman ? 'woman' : 'man',
    };
  });
}
