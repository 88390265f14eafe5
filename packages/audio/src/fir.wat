;; The inner loops of the resampler, four samples at a time. Compiled into fir-kernel.ts by `npm run generate`.
(module
  (memory (export "memory") 1)

  ;; `count` output samples: each the dot product of `taps` input samples (a multiple of 4) and the row of its phase.
  ;; Four sums at a time, as each would else wait for the addition before it.
  (func (export "fir")
    (param $in i32) (param $rows i32) (param $taps i32) (param $up i32) (param $down i32) (param $phase i32)
    (param $out i32) (param $count i32)
    (local $sum v128) (local $sum1 v128) (local $sum2 v128) (local $sum3 v128) (local $wide i32) (local $x i32) (local $row i32) (local $end i32) (local $last i32)
    (local.set $last (i32.add (local.get $out) (i32.shl (local.get $count) (i32.const 2))))
    (block $done
      (loop $outputs
        (br_if $done (i32.ge_u (local.get $out) (local.get $last)))
        (local.set $x (local.get $in))
        (local.set $row
          (i32.add (local.get $rows)
            (i32.shl (i32.mul (local.get $phase) (local.get $taps)) (i32.const 2))))
        (local.set $end (i32.add (local.get $row) (i32.shl (local.get $taps) (i32.const 2))))
        (local.set $sum (v128.const f32x4 0 0 0 0))
        (local.set $sum1 (local.get $sum))
        (local.set $sum2 (local.get $sum))
        (local.set $sum3 (local.get $sum))
        (local.set $wide (i32.sub (local.get $end) (i32.const 63)))
        (block $rest
          (br_if $rest (i32.ge_s (local.get $row) (local.get $wide)))
          (loop $products
            (local.set $sum
              (f32x4.add (local.get $sum)
                (f32x4.mul (v128.load (local.get $x)) (v128.load (local.get $row)))))
            (local.set $sum1
              (f32x4.add (local.get $sum1)
                (f32x4.mul (v128.load offset=16 (local.get $x)) (v128.load offset=16 (local.get $row)))))
            (local.set $sum2
              (f32x4.add (local.get $sum2)
                (f32x4.mul (v128.load offset=32 (local.get $x)) (v128.load offset=32 (local.get $row)))))
            (local.set $sum3
              (f32x4.add (local.get $sum3)
                (f32x4.mul (v128.load offset=48 (local.get $x)) (v128.load offset=48 (local.get $row)))))
            (local.set $x (i32.add (local.get $x) (i32.const 64)))
            (local.set $row (i32.add (local.get $row) (i32.const 64)))
            (br_if $products (i32.lt_s (local.get $row) (local.get $wide)))))
        (block $summed
          (loop $products
            (br_if $summed (i32.ge_u (local.get $row) (local.get $end)))
            (local.set $sum
              (f32x4.add (local.get $sum)
                (f32x4.mul (v128.load (local.get $x)) (v128.load (local.get $row)))))
            (local.set $x (i32.add (local.get $x) (i32.const 16)))
            (local.set $row (i32.add (local.get $row) (i32.const 16)))
            (br $products)))
        (local.set $sum
          (f32x4.add
            (f32x4.add (local.get $sum) (local.get $sum1))
            (f32x4.add (local.get $sum2) (local.get $sum3))))
        (f32.store (local.get $out)
          (f32.add
            (f32.add (f32x4.extract_lane 0 (local.get $sum)) (f32x4.extract_lane 1 (local.get $sum)))
            (f32.add (f32x4.extract_lane 2 (local.get $sum)) (f32x4.extract_lane 3 (local.get $sum)))))
        (local.set $out (i32.add (local.get $out) (i32.const 4)))
        (local.set $phase (i32.add (local.get $phase) (local.get $down)))
        ;; Without a division: that takes as long as the products.
        (block $placed
          (loop $steps
            (br_if $placed (i32.lt_u (local.get $phase) (local.get $up)))
            (local.set $phase (i32.sub (local.get $phase) (local.get $up)))
            (local.set $in (i32.add (local.get $in) (i32.const 4)))
            (br $steps)))
        (br $outputs))))

  ;; The same where the table has fewer rows than there are phases: each output lies between two rows.
  (func (export "firBetween")
    (param $in i32) (param $rows i32) (param $taps i32) (param $up i32) (param $down i32) (param $phase i32)
    (param $out i32) (param $count i32) (param $table i32)
    (local $sum v128) (local $next v128) (local $x i32) (local $row i32) (local $end i32) (local $last i32)
    (local $width i32) (local $at i32) (local $part f32)
    (local.set $last (i32.add (local.get $out) (i32.shl (local.get $count) (i32.const 2))))
    (local.set $width (i32.shl (local.get $taps) (i32.const 2)))
    (block $done
      (loop $outputs
        (br_if $done (i32.ge_u (local.get $out) (local.get $last)))
        (local.set $x (local.get $in))
        (local.set $at (i32.mul (local.get $phase) (local.get $table)))
        (local.set $row
          (i32.add (local.get $rows)
            (i32.mul (i32.div_u (local.get $at) (local.get $up)) (local.get $width))))
        (local.set $part
          (f32.div
            (f32.convert_i32_u (i32.rem_u (local.get $at) (local.get $up)))
            (f32.convert_i32_u (local.get $up))))
        (local.set $end (i32.add (local.get $row) (local.get $width)))
        (local.set $sum (v128.const f32x4 0 0 0 0))
        (local.set $next (v128.const f32x4 0 0 0 0))
        (loop $products
          (local.set $sum
            (f32x4.add (local.get $sum)
              (f32x4.mul (v128.load (local.get $x)) (v128.load (local.get $row)))))
          (local.set $next
            (f32x4.add (local.get $next)
              (f32x4.mul (v128.load (local.get $x))
                (v128.load (i32.add (local.get $row) (local.get $width))))))
          (local.set $x (i32.add (local.get $x) (i32.const 16)))
          (local.set $row (i32.add (local.get $row) (i32.const 16)))
          (br_if $products (i32.lt_u (local.get $row) (local.get $end))))
        (local.set $sum
          (f32x4.add (local.get $sum)
            (f32x4.mul (f32x4.splat (local.get $part))
              (f32x4.sub (local.get $next) (local.get $sum)))))
        (f32.store (local.get $out)
          (f32.add
            (f32.add (f32x4.extract_lane 0 (local.get $sum)) (f32x4.extract_lane 1 (local.get $sum)))
            (f32.add (f32x4.extract_lane 2 (local.get $sum)) (f32x4.extract_lane 3 (local.get $sum)))))
        (local.set $out (i32.add (local.get $out) (i32.const 4)))
        (local.set $phase (i32.add (local.get $phase) (local.get $down)))
        (local.set $in
          (i32.add (local.get $in)
            (i32.shl (i32.div_u (local.get $phase) (local.get $up)) (i32.const 2))))
        (local.set $phase (i32.rem_u (local.get $phase) (local.get $up)))
        (br $outputs))))

  ;; PCM16 to floats of ±1. Reads and writes up to 3 samples beyond `count`.
  (func (export "widen") (param $in i32) (param $out i32) (param $count i32)
    (local $last i32)
    (local.set $last (i32.add (local.get $out) (i32.shl (local.get $count) (i32.const 2))))
    (block $done
      (loop $samples
        (br_if $done (i32.ge_u (local.get $out) (local.get $last)))
        (v128.store (local.get $out)
          (f32x4.mul
            (f32x4.convert_i32x4_s (v128.load16x4_s (local.get $in)))
            (v128.const f32x4 0x1p-15 0x1p-15 0x1p-15 0x1p-15)))
        (local.set $in (i32.add (local.get $in) (i32.const 8)))
        (local.set $out (i32.add (local.get $out) (i32.const 16)))
        (br $samples))))

  ;; Floats to PCM16, rounded to nearest, saturating, NaN to 0. Reads and writes up to 7 samples beyond `count`.
  (func (export "narrow") (param $in i32) (param $out i32) (param $count i32)
    (local $last i32)
    (local.set $last (i32.add (local.get $out) (i32.shl (local.get $count) (i32.const 1))))
    (block $done
      (loop $samples
        (br_if $done (i32.ge_u (local.get $out) (local.get $last)))
        (v128.store (local.get $out)
          (i16x8.narrow_i32x4_s
            (i32x4.trunc_sat_f32x4_s
              (f32x4.nearest
                (f32x4.mul (v128.load (local.get $in))
                  (v128.const f32x4 32768 32768 32768 32768))))
            (i32x4.trunc_sat_f32x4_s
              (f32x4.nearest
                (f32x4.mul (v128.load offset=16 (local.get $in))
                  (v128.const f32x4 32768 32768 32768 32768))))))
        (local.set $in (i32.add (local.get $in) (i32.const 32)))
        (local.set $out (i32.add (local.get $out) (i32.const 16)))
        (br $samples)))))
