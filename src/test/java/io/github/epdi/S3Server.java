package io.github.epdi;

import java.io.IOException;
import java.net.URI;
import java.util.Properties;
import org.apache.hadoop.conf.Configuration;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.BlobStoreContext;
import org.jclouds.blobstore.TransientApiMetadata;

/**
 * A server of the S3 protocol in this JVM, its objects in memory, on the loopback interface. One
 * entrance wants requests to be signed with {@link #SECRET}, the other (for proxies) does not.
 */
public final class S3Server {
  /** Identity that the server knows. */
  public static final String IDENTITY = "test-identity";

  /** Secret key of the identity. */
  public static final String SECRET = "s3cr3t-k3y-0f-th3-t3sts";

  private final BlobStoreContext context;
  private final S3Proxy signed;
  private final S3Proxy open;

  private S3Server(BlobStoreContext context, S3Proxy signed, S3Proxy open) {
    this.context = context;
    this.signed = signed;
    this.open = open;
  }

  /** Starts one on free ports. */
  public static S3Server start() throws Exception {
    BlobStoreContext context =
        ContextBuilder.newBuilder(new TransientApiMetadata())
            .credentials(IDENTITY, SECRET)
            .overrides(new Properties())
            .build(BlobStoreContext.class);
    BlobStore objects = context.getBlobStore();
    S3Proxy signed = proxy(objects, AuthenticationType.AWS_V2_OR_V4);
    S3Proxy open = proxy(objects, AuthenticationType.NONE);
    signed.start();
    open.start();
    return new S3Server(context, signed, open);
  }

  private static S3Proxy proxy(BlobStore objects, AuthenticationType authentication) {
    return S3Proxy.builder()
        .blobStore(objects)
        .endpoint(URI.create("http://127.0.0.1:0"))
        .awsAuthentication(authentication, IDENTITY, SECRET)
        .build();
  }

  /** Makes a bucket, which Hadoop finds by the configuration. */
  public void bucket(String name, Configuration configuration) {
    context.getBlobStore().createContainerInLocation(null, name);
    configure(name, "http://127.0.0.1:" + signed.getPort(), configuration);
  }

  /** Makes a bucket, which Hadoop finds by the configuration, behind a proxy. */
  public FaultyProxy bucket(
      String name, FaultyProxy.Faults fails, long delayMillis, Configuration configuration)
      throws IOException {
    // Made already if there are two ways to it.
    context.getBlobStore().createContainerInLocation(null, name);
    URI unsigned = URI.create("http://127.0.0.1:" + open.getPort());
    FaultyProxy proxy = FaultyProxy.start(unsigned, fails, delayMillis);
    configure(name, proxy.endpoint(), configuration);
    return proxy;
  }

  /** Says where a bucket is, and that failures are to be few and fast. */
  private static void configure(String bucket, String endpoint, Configuration configuration) {
    String prefix = "fs.s3a.bucket." + bucket + ".";
    configuration.set(prefix + "endpoint", endpoint);
    configuration.set(prefix + "endpoint.region", "us-east-1");
    configuration.set(prefix + "path.style.access", "true");
    configuration.set(prefix + "connection.ssl.enabled", "false");
    configuration.set(
        prefix + "aws.credentials.provider",
        "org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider");
    configuration.set(prefix + "access.key", IDENTITY);
    configuration.set(prefix + "secret.key", SECRET);
    configuration.set(prefix + "attempts.maximum", "0");
    configuration.set(prefix + "retry.limit", "2");
    configuration.set(prefix + "retry.interval", "10ms");
    configuration.set(prefix + "retry.throttle.limit", "2");
    configuration.set(prefix + "retry.throttle.interval", "10ms");
  }

  /** Ends it; its objects are gone. */
  public void stop() throws Exception {
    open.stop();
    signed.stop();
    context.close();
  }
}
