import { Debts } from './debts';

function debt() {
  const order: string[] = [];
  let tell: () => void = () => undefined;
  const told = new Promise<void>((resolve) => (tell = resolve));
  const giveUp = (): void => {
    order.push('given up');
    tell();
  };
  return { told, tell, giveUp, order };
}

it('waits for what is still to be told, and gives nothing up that is told in time', async () => {
  const debts = new Debts();
  await debts.told(60_000);
  const { told, tell, giveUp, order } = debt();
  debts.track(told, giveUp);
  setTimeout(() => {
    order.push('told');
    tell();
  }, 20);
  await debts.settle(60_000);
  expect(order).toEqual(['told']);
  await debts.settle(60_000);
});

it('gives up what nobody tells in time, each by itself', async () => {
  const debts = new Debts();
  const [early, late] = [debt(), debt()];
  for (const { told, giveUp } of [early, late]) debts.track(told, giveUp);
  early.tell();
  await debts.told(20);
  expect(late.order).toEqual([]);
  await debts.settle(20);
  expect([early.order, late.order]).toEqual([[], ['given up']]);
});
