package io.github.epdi.model.physics;

import io.github.epdi.structure.SiteKind;
import java.util.List;

/**
 * Computes the covariance of a {@link ProcessForm} on standardised descriptors, without offset and
 * noise.
 */
final class ProcessKernel {
  /** The standardised columns of one site. */
  static final class Point {
    private final SiteKind kind;
    private final double[] material;
    private final double[] field;
    private final double[] own;
    private final double[] axis;
    private final double[] smooth;

    private Point(SiteDescriptors site, ProcessForm form, Standardisation standard) {
      kind = site.kind();
      material = standard.of(site, form.columns().material());
      field = standard.of(site, form.columns().field());
      own = standard.of(site, ProcessForm.OWN);
      axis = standard.of(site, ProcessForm.AXIS);
      smooth = standard.of(site, form.smooth().columns());
    }
  }

  private final ProcessForm form;
  private final Standardisation standard;

  ProcessKernel(ProcessForm form, List<LabelledDescriptors> rows) {
    this.form = form;
    this.standard = new Standardisation(rows);
  }

  Point point(SiteDescriptors site) {
    return new Point(site, form, standard);
  }

  /** Returns the covariance of two sites of different materials, in eV squared. */
  double covariance(Point first, Point second) {
    ProcessForm.Scales scales = form.scales();
    ProcessForm.Smooth smooth = form.smooth();
    boolean sameKind = first.kind == second.kind;
    double sum =
        square(scales.materialEv()) * product(first.material, second.material)
            + square(scales.fieldEv()) * product(first.field, second.field);
    if (sameKind) {
      sum +=
          square(scales.kindEv())
              + square(scales.ownEv()) * product(first.own, second.own)
              + square(scales.axisEv()) * product(first.axis, second.axis);
    }
    if (sameKind || smooth.reach() == ProcessForm.Reach.ALL_KINDS) {
      double near =
          Math.exp(-distance2(first.smooth, second.smooth) / (2 * square(smooth.length())));
      sum += square(smooth.scaleEv()) * near;
    }
    return sum;
  }

  private static double square(double value) {
    return value * value;
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double distance2(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += square(a[i] - b[i]);
    }
    return sum;
  }
}
