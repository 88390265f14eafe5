/** Sign=one, or one/many where that is not one and an s. Case counts: mW and MW differ. */
const table = `
km=kilometer; m=meter; cm=centimeter; mm=millimeter; µm=micrometer; μm=micrometer; nm=nanometer; mi=mile; yd=yard; ft=foot/feet
sq ft=square foot/square feet; m²=square meter; m2=square meter; km²=square kilometer; km2=square kilometer
cm²=square centimeter; m³=cubic meter; m3=cubic meter; cm³=cubic centimeter
kg=kilogram; g=gram; mg=milligram; µg=microgram; lb=pound; lbs=pound; oz=ounce
L=liter; l=liter; dl=deciliter; dL=deciliter; cl=centiliter; ml=milliliter; mL=milliliter; gal=gallon; tsp=teaspoon; tbsp=tablespoon
km/h=kilometer per hour/kilometers per hour; kph=kilometer per hour/kilometers per hour
mph=mile per hour/miles per hour; m/s=meter per second/meters per second
Hz=hertz/hertz; kHz=kilohertz/kilohertz; MHz=megahertz/megahertz; GHz=gigahertz/gigahertz
B=byte; kB=kilobyte; KB=kilobyte; MB=megabyte; GB=gigabyte; TB=terabyte; PB=petabyte
kbps=kilobit per second/kilobits per second; Mbps=megabit per second/megabits per second
Gbps=gigabit per second/gigabits per second; MB/s=megabyte per second/megabytes per second
GB/s=gigabyte per second/gigabytes per second
W=watt; kW=kilowatt; MW=megawatt; GW=gigawatt; Wh=watt hour; kWh=kilowatt hour; V=volt; mV=millivolt; kV=kilovolt
mA=milliamp; mAh=milliamp hour
s=second; sec=second; secs=second; ms=millisecond; µs=microsecond; μs=microsecond; ns=nanosecond
min=minute; mins=minute; h=hour; hr=hour; hrs=hour; yr=year; yrs=year
°C=degree Celsius/degrees Celsius; °F=degree Fahrenheit/degrees Fahrenheit; °=degree
dB=decibel; px=pixel; fps=frame per second/frames per second; rpm=revolution per minute/revolutions per minute
bpm=beat per minute/beats per minute; ppm=part per million/parts per million
J=joule; kJ=kilojoule; cal=calorie; kcal=kilocalorie; Pa=pascal; kPa=kilopascal; hPa=hectopascal; N=newton`;

export interface Unit {
  readonly one: string;
  readonly many: string;
}

function parse(entry: string): [string, Unit] {
  const at = entry.indexOf('=');
  const [one = '', many = `${one}s`] = entry.slice(at + 1).split('/');
  return [entry.slice(0, at), { one, many }];
}

const units: ReadonlyMap<string, Unit> = new Map(
  table
    .trim()
    .split(/\n|; /)
    .map((entry) => parse(entry)),
);

/** Source of a group that matches any unit, the longest first. */
export const unitSource = `(${[...units.keys()].toSorted((a, b) => b.length - a.length).join('|')})`;

export const unitOf = (sign: string): Unit | undefined => units.get(sign);
