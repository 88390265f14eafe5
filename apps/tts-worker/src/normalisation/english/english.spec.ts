import { SpeakableText } from '../speakable';
import { spokenText } from '../spoken';

const say = (text: string) => spokenText(new SpeakableText().read(text, 'en')).text;

describe('English, as it is said', () => {
  it.each([
    // numbers
    ['I have 0 or 21 or 105.', 'I have zero or twenty one or one hundred five.'],
    ['1,234,567 people', 'one million two hundred thirty four thousand five hundred sixty seven people'],
    ['2345 items', 'two thousand three hundred forty five items'],
    ['pi is 3.14159', 'pi is three point one four one five nine'],
    ['about .5 of it', 'about point five of it'],
    ['It is -5 outside.', 'It is minus five outside.'],
    ['code 007', 'code zero zero seven'],
    [
      '12345678901234567',
      'one two three four five six seven eight nine zero one two three four five six seven',
    ],
    ['the 21st and the 3rd, 112th', 'the twenty first and the third, one hundred twelfth'],
    ['1/2 cup, 3/4 mile, 2 1/2 hours', 'one half cup, three quarters mile, two and a half hours'],
    ['2½ cups', 'two and a half cups'],
    ['version 1.2.3', 'version one dot two dot three'],
    ['3:1 odds', 'three to one odds'],
    ['#5 and No. 7', 'number five and number seven'],
    ['COVID-19, F-16, a 24-hour day', 'COVID nineteen, F sixteen, a twenty four hour day'],
    ['a 5-year-old', 'a five year old'],
    ['4K video, 3D, v2, GPT-4o', 'four K video, three D, v two, GPT four o'],
    ['5-10 people, pages 3–4', 'five to ten people, pages three to four'],
    [
      '3 * 4 = 12, 10 - 5 = 5, 6 / 2, 2^3',
      'three times four equals twelve, ten minus five equals five, six divided by two, two to the power of three',
    ],
    // dates
    ['March 5th, 2024.', 'March fifth, twenty twenty four.'],
    ['Jan. 2 or Sept 30', 'January second or September thirtieth'],
    ['5 March 2024', 'the fifth of March twenty twenty four'],
    ['the 4th of July', 'the fourth of July'],
    ['2024-03-05', 'March fifth, twenty twenty four'],
    [
      '3/5/2024 and 25/12/2023',
      'March fifth, twenty twenty four and December twenty fifth, twenty twenty three',
    ],
    [
      'in 1999, 2005, 1905, 1900 and 2000',
      'in nineteen ninety nine, two thousand five, nineteen oh five, nineteen hundred and two thousand',
    ],
    ['May 2024', 'May twenty twenty four'],
    ["the 1990s and '80s", 'the nineteen nineties and eighties'],
    ['1914-1918', 'nineteen fourteen to nineteen eighteen'],
    ['Mon, Jan 5', 'Monday, January fifth'],
    ['I may 5', 'I may five'],
    // times
    ['at 3:30 p.m.', 'at three thirty PM.'],
    ['at 3:30 p.m. today', 'at three thirty PM today'],
    ['9:05 and 15:00 and 10:00', "nine oh five and fifteen hundred and ten o'clock"],
    ['3pm, 11 A.M.', 'three PM, eleven AM.'],
    ['open 24/7', 'open twenty four seven'],
    ['9-5 job', 'nine to five job'],
    // money
    ['$5.20', 'five dollars and twenty cents'],
    ['$1 and $0.99 and $1,000', 'one dollar and ninety nine cents and one thousand dollars'],
    ['$3.5 million, $2B', 'three point five million dollars, two billion dollars'],
    ['€10, 5€, £1.01', 'ten euros, five euros, one pound and one penny'],
    ['¥500, 20 USD', 'five hundred yen, twenty US dollars'],
    ['$5-10', 'five to ten dollars'],
    ['50¢', 'fifty cents'],
    // percent and units
    ['5% and 2.5 %', 'five percent and two point five percent'],
    ['5-10%', 'five to ten percent'],
    ['10km, 1 km, 5 kg', 'ten kilometers, one kilometer, five kilograms'],
    ['60 mph or 100 km/h', 'sixty miles per hour or one hundred kilometers per hour'],
    ['20°C, 68 °F', 'twenty degrees Celsius, sixty eight degrees Fahrenheit'],
    ['16 GB, 200ms, 3.5 GHz', 'sixteen gigabytes, two hundred milliseconds, three point five gigahertz'],
    ['6 ft. tall', 'six feet. tall'],
    ['10-20 km', 'ten to twenty kilometers'],
    // telephone
    ['Call 555-123-4567.', 'Call five five five, one two three, four five six seven.'],
    ['(555) 123-4567', 'five five five, one two three, four five six seven'],
    ['Call 911 now', 'Call nine one one now'],
    // abbreviations
    ['Dr. Smith and Mr. Jones vs. Mrs. Lee', 'Doctor Smith and Mister Jones versus Missus Lee'],
    ['fruit, e.g. apples, i.e. this, etc.', 'fruit, for example apples, that is this, et cetera.'],
    ['St. Mary on Elm St.', 'Saint Mary on Elm Street.'],
    ['J. R. Smith of the U.S. Army', 'J R Smith of the U.S Army'],
    ['World War II, Henry VIII, Chapter IV', 'World War two, Henry the eighth, Chapter four'],
    ['w/o sugar, w/ milk', 'without sugar, with milk'],
    ['C++, C#, Node.js', 'C plus plus, C sharp, Node J S'],
    ['the Sun. He sat.', 'the Sun. He sat.'],
    // symbols
    ['R&D + fun = joy @ home', 'R and D plus fun equals joy at home'],
    ['and/or, he/she', 'and or, he or she'],
    ['x → y, a < b, ~5', 'x to y, a less than b, about five'],
    ['snake_case', 'snake case'],
    // addresses
    ['Visit https://www.example.com/docs?x=1.', 'Visit example dot com slash docs.'],
    ['at example.org, ok', 'at example dot org, ok'],
    ['write to jane.doe@example.co.uk!', 'write to jane dot doe at example dot co dot uk!'],
    ['https://example.com/a/b/c/d/e/f?long=1#x', 'example dot com'],
    // markup
    ['**Bold** and *soft* and `code` and ~~gone~~', 'Bold and soft and code and gone'],
    ['# Title\nText', 'Title, Text'],
    ['- one\n- two\n\nthree', 'one. two. three'],
    ['1. First\n2. Second', 'one. First. two. Second'],
    ['[the docs](https://x.com/y "t") help', 'the docs help'],
    ['See [1] and <b>this</b>', 'See and this'],
    ['Hi 😀👍🏽! :) Bye ❤️', 'Hi! Bye'],
    ['```js\nlet x = 1;\n```\nDone.', 'Done.'],
    ['Wait… what — really?!', 'Wait. what, really?'],
    ['“Quoted” (aside) text', 'Quoted, aside, text'],
    ["It's the dogs’ bowl, isn't it?", "It's the dogs bowl, isn't it?"],
    ['   ', ''],
    ['', ''],
    ['***', ''],
  ])('%j', (written, spoken) => {
    expect(say(written)).toBe(spoken);
  });
});
