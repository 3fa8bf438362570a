/**
 * A Kubernetes without containers, for {@code jobs/test/kubernetes.sh}: an API server in memory and
 * a stand-in for the kubelets, which runs what pods contain as processes of this machine. It is
 * compiled by that script alone, against the jars of the Spark that has Kubernetes.
 */
package io.github.epdi.kubernetes;
